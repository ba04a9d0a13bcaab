VERBOSE = True
STRICT = False
