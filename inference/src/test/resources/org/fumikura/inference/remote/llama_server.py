"""llama.cpp's own server on the loopback address: model file, port, and whether it makes vectors."""
import sys
import time

import xllamacpp

parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.port = int(sys.argv[2])
parameters.embedding = sys.argv[3] == "vectors"
parameters.n_ctx = 1024
parameters.cpuparams.n_threads = 1
server = xllamacpp.Server(parameters)
time.sleep(600)
