"""llama.cpp's own HTTP server with one model, on loopback: server.py <model.gguf> <port>"""
import sys
import time

import xllamacpp

params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.hostnames = ["127.0.0.1"]
params.port = int(sys.argv[2])
params.n_parallel = 2
params.n_ctx = 2 * 4096  # for all slots together
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 2
params.use_jinja = True
server = xllamacpp.Server(params)  # returns when the model is loaded
while True:
    time.sleep(1)
