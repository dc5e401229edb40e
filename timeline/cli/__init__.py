"""Words at the prompt: one module a command; what two commands share is in `options`.

The cyclic garbage collector rests: a command makes next to no cycles, and looking for them costs 4 ms of a plain
`timeline show` and a third of the time of reading 10,000 events. Nor does it look through everything once more as the
program ends, which is 14 ms of the 100 of a plain `timeline show`: what it would free, the system takes back.
"""

import atexit
import gc

gc.disable()
atexit.register(gc.freeze)
