import { describe, expect, test, vi } from 'vitest'
import { CallError, type Handlers, type Progress } from '../../src/compute/calls'
import { createClient, inlineWorker, type WorkerLike } from '../../src/compute/client'
import { result, study } from '../helpers/tiny-study'

const unasked = (): never => {
  throw new Error('not asked in this test')
}
const handlers = (given: Partial<Handlers>): Handlers => ({ read: unasked, use: unasked, load: unasked, record: unasked, evaluate: unasked, reach: unasked, reachHeld: unasked, explain: unasked, coverage: unasked, lacking: unasked, weigh: unasked, alone: unasked, worth: unasked, follow: unasked, streets: unasked, keepStreets: unasked, pictures: unasked, route: unasked, walk: unasked, pack: unasked, product: unasked, ...given })
const question = { policies: ['tiny-2025'], own: [], options: {} }
const codeOf = (error: unknown): string => (error instanceof CallError ? error.failure.code : 'no CallError')

describe('asking', () => {
  test('the answer of the call comes back', async () => {
    const { ask } = createClient(() => inlineWorker(handlers({ evaluate: () => [result()] })))
    expect((await ask('evaluate', question)).map(({ clause }) => clause)).toEqual(['T-1'])
  })

  test('progress is told to the one who asked', async () => {
    const told: Progress[] = []
    const { ask } = createClient(() => inlineWorker(handlers({ evaluate: (_, { progress }) => (progress({ step: 'judging', done: 1, of: 4 }), []) })))
    await ask('evaluate', question, { onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([{ step: 'judging', done: 1, of: 4 }])
  })

  test('a question that cannot be answered is rejected with what happened, and the next one is answered', async () => {
    let asked = 0
    const { ask } = createClient(() => inlineWorker(handlers({ evaluate: () => (++asked === 1 ? Promise.reject(new Error('too deep')) : []) })))
    const error = await ask('evaluate', question).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(CallError)
    expect((error as CallError).failure).toEqual({ code: 'call-failed', detail: 'too deep' })
    expect(await ask('evaluate', question)).toEqual([])
  })

  test('questions are answered one at a time, in the order they were asked', async () => {
    const steps: string[] = []
    const slow = handlers({
      evaluate: async () => {
        steps.push('evaluate begins')
        await new Promise((resolve) => setTimeout(resolve, 5))
        steps.push('evaluate ends')
        return []
      },
      load: () => (steps.push('load'), null),
    })
    const { ask } = createClient(() => inlineWorker(slow))
    await Promise.all([ask('evaluate', question), ask('load', { study: study() })])
    expect(steps).toEqual(['evaluate begins', 'evaluate ends', 'load'])
  })
})

describe('cancelling', () => {
  test('a question that waits is never begun', async () => {
    let begun = 0
    const { ask } = createClient(() => inlineWorker(handlers({ load: async () => (await new Promise((resolve) => setTimeout(resolve, 5)), null), evaluate: () => (begun++, []) })))
    const stop = new AbortController()
    const first = ask('load', { study: study() })
    const second = ask('evaluate', question, { signal: stop.signal }).catch(codeOf)
    stop.abort()
    expect(await second).toBe('cancelled')
    await first
    await ask('load', { study: study() })
    expect(begun).toBe(0)
  })

  test('a running question is told, and rejected at once', async () => {
    let told = false
    const { ask } = createClient(() =>
      inlineWorker(
        handlers({
          evaluate: (_, { signal }) =>
            new Promise((resolve) => {
              signal.addEventListener('abort', () => {
                told = true
                resolve([])
              })
            }),
        }),
      ),
    )
    const stop = new AbortController()
    const answer = ask('evaluate', question, { signal: stop.signal }).catch(codeOf)
    stop.abort()
    expect(await answer).toBe('cancelled')
    expect(told).toBe(true)
  })

  test('a signal that is already spent asks nothing', async () => {
    let started = 0
    const { ask } = createClient(() => (started++, inlineWorker(handlers({}))))
    expect(await ask('evaluate', question, { signal: AbortSignal.abort() }).catch(codeOf)).toBe('cancelled')
    expect(started).toBe(0)
  })
})

const patience = { quietMs: 60_000, perMegabyteMs: 25_000, readingMs: 300_000, tellMs: 10_000, letGoMs: 300 }

describe('a worker that dies', () => {
  const mortal = (): WorkerLike & { die: () => void } => {
    const worker: WorkerLike = { postMessage: () => undefined, terminate: () => undefined, onmessage: null, onerror: null, onmessageerror: null }
    return Object.assign(worker, { die: () => worker.onerror?.(new Event('error') as ErrorEvent) })
  }

  test('rejects everything asked of it by name, tells that it was restarted, and a new one answers', async () => {
    const first = mortal()
    const workers: WorkerLike[] = [first, inlineWorker(handlers({ evaluate: () => [] }))]
    const client = createClient(() => workers.shift() ?? unasked())
    let restarts = 0
    client.onRestart = () => restarts++
    const lost = [client.ask('evaluate', question).catch(codeOf), client.ask('load', { study: study() }).catch(codeOf)]
    first.die()
    expect(await Promise.all(lost)).toEqual(['worker-died', 'worker-died'])
    expect(restarts).toBe(1)
    expect(await client.ask('evaluate', question)).toEqual([])
  })

  test('names the file that it was working on', async () => {
    const first = mortal()
    const client = createClient(() => first)
    const lost = client.ask('read', { files: [{ name: 'a.csv', bytes: new Uint8Array(1) }, { name: '路网.osm.pbf', bytes: new Uint8Array(1) }], without: [], given: {} }).catch((error: unknown) => (error as CallError).failure)
    first.onmessage?.(new MessageEvent('message', { data: { id: 1, progress: { step: 'reading', done: 1, of: 2, file: '路网.osm.pbf' } } }))
    first.die()
    expect(await lost).toEqual({ code: 'worker-died', detail: '路网.osm.pbf' })
  })

  test('or says nothing for too long, is ended, and a new one answers; one that tells its progress is left at work', async () => {
    vi.useFakeTimers()
    let ended = 0
    const silent: WorkerLike = { ...mortal(), terminate: () => ended++ }
    const workers: WorkerLike[] = [silent, inlineWorker(handlers({ evaluate: () => [] }))]
    const client = createClient(() => workers.shift() ?? unasked(), { ...patience, quietMs: 1000 })
    const asked = client.ask('evaluate', question).catch(codeOf)
    for (let step = 0; step < 5; step++) {
      await vi.advanceTimersByTimeAsync(900)
      silent.onmessage?.(new MessageEvent('message', { data: { id: 1, progress: { step: 'judging', done: step, of: 9 } } }))
    }
    expect(ended).toBe(0)
    await vi.advanceTimersByTimeAsync(1001)
    expect(await asked).toBe('worker-hung')
    expect(ended).toBe(1)
    vi.useRealTimers()
    expect(await client.ask('evaluate', question)).toEqual([])
  })

  test('and does not let go of a question that was cancelled gives way to a new one, with nothing pending in the way', async () => {
    vi.useFakeTimers()
    let ended = 0
    const deaf: WorkerLike = { ...mortal(), terminate: () => ended++ }
    const workers: WorkerLike[] = [deaf, inlineWorker(handlers({ evaluate: () => [] }))]
    const client = createClient(() => workers.shift() ?? unasked(), patience)
    const stop = new AbortController()
    const asked = client.ask('evaluate', question, { signal: stop.signal }).catch(codeOf)
    stop.abort()
    expect(await asked).toBe('cancelled')
    await vi.advanceTimersByTimeAsync(301)
    expect(ended).toBe(1)
    vi.useRealTimers()
    expect(await client.ask('evaluate', question)).toEqual([])
  })

  test('a large file may be read longer in silence than a question may be thought about, but not for ever', async () => {
    vi.useFakeTimers()
    const ended: string[] = []
    const silentAbout = async (name: string, ask: (client: ReturnType<typeof createClient>) => Promise<unknown>, forMs: number): Promise<void> => {
      const client = createClient(() => ({ ...mortal(), terminate: () => ended.push(name) }), patience)
      void ask(client).catch(codeOf)
      await vi.advanceTimersByTimeAsync(forMs)
    }
    const read = (megabytes: number) => (client: ReturnType<typeof createClient>) => client.ask('read', { files: [{ name: 'a.xlsx', bytes: new Uint8Array(megabytes * 1e6) }], without: [], given: {} })
    await silentAbout('a question', (client) => client.ask('evaluate', question), 61_000)
    await silentAbout('two megabytes', read(2), 109_000)
    expect(ended).toEqual(['a question'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(ended).toEqual(['a question', 'two megabytes'])
    await silentAbout('forty megabytes', read(40), 299_000)
    expect(ended).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(ended.at(-1)).toBe('forty megabytes')
    vi.useRealTimers()
  })

  test('after ten seconds of silence the user is told of which file, and told again when it speaks; stopped, a new one answers', async () => {
    vi.useFakeTimers()
    const told: unknown[] = []
    let ended = 0
    const silent: WorkerLike = { ...mortal(), terminate: () => ended++ }
    const workers: WorkerLike[] = [silent, inlineWorker(handlers({ evaluate: () => [] }))]
    const client = createClient(() => workers.shift() ?? unasked(), patience)
    client.onQuiet = (quiet) => told.push(quiet)
    let restarts = 0
    client.onRestart = () => restarts++
    client.stop()
    expect(restarts).toBe(0)
    const asked = client.ask('read', { files: [{ name: '人口.xlsx', bytes: new Uint8Array(9) }], without: [], given: {} }).catch(codeOf)
    await vi.advanceTimersByTimeAsync(9_900)
    expect(told).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(told).toEqual([{ file: '人口.xlsx' }])
    silent.onmessage?.(new MessageEvent('message', { data: { id: 1, progress: { step: 'joining', done: null, of: null } } }))
    expect(told).toEqual([{ file: '人口.xlsx' }, null])
    await vi.advanceTimersByTimeAsync(10_100)
    client.stop()
    expect(await asked).toBe('cancelled')
    expect([ended, restarts, told.length, told.at(-1)]).toEqual([1, 1, 4, null])
    vi.useRealTimers()
    expect(await client.ask('evaluate', question)).toEqual([])
  })

  test('file bytes are handed over, not copied', async () => {
    const transfers: Transferable[][] = []
    const worker: WorkerLike = { ...mortal(), postMessage: (_, transfer) => transfers.push(transfer) }
    const { ask } = createClient(() => worker)
    const bytes = new Uint8Array([1, 2])
    void ask('read', { files: [{ name: 'a.csv', bytes }], without: [], given: {} }).catch(codeOf)
    void ask('evaluate', question).catch(codeOf)
    expect(transfers).toEqual([[bytes.buffer], []])
  })
})
