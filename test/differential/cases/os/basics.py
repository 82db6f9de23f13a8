import os
print(os.cpu_count() >= 1, os.getpid() > 0, isinstance(os.environ, dict) or hasattr(os.environ, 'get'), os.environ.get('SURELY_NOT_SET_X'), os.environ.get('SURELY_NOT_SET_X', 'd'), 'SURELY_NOT_SET_X' in os.environ, os.getcwd().startswith('/'), os.name, os.sep, os.getenv('SURELY_NOT_SET_X', 'e'), os.linesep == '\n')
try: os.environ['SURELY_NOT_SET_X']
except KeyError as e: print(e)
