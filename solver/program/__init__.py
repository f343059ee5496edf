"""A linear program as data, and an exact, proved answer to it."""

import os

# NumPy comes in with HiGHS and starts a thread per core for matrix work that is never asked of it here.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
