/** Version 1 kept the plans of a study alone; version 2 keeps the whole session. What version 1 did not know is null or empty, never guessed. */
import type { Migration } from './migration'

export const sessionOfPlans: Migration = {
  of: 'session',
  to: 2,
  forward: (before) => ({
    // From here on saves are numbered; an old one has no number of its own.
    revision: 0, savedAt: null, writer: '', name: '', asOf: '', startedWith: null, sample: false, imported: false, files: null, without: [], given: {}, policies: [], packs: [], options: {}, view: '', parts: {},
    ...before,
    version: 2,
  }),
}
