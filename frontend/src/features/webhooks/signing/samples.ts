import type { Language } from './languages'
import go from './samples/verify.go?raw'
import node from './samples/verify.mjs?raw'
import php from './samples/verify.php?raw'
import python from './samples/verify.py?raw'

/** How a receiver verifies a message; the tests run those whose language is there. */
export const SAMPLES: Record<Language, string> = { python, node, go, php }
