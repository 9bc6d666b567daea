/** The library of shapes must not write code while it runs: the page forbids eval, and even the attempt is reported. Imported before any shape is made. */
import { config } from 'zod'

config({ jitless: true })
