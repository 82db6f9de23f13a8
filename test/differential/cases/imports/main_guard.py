def main(): return 'main ran'
if __name__ == '__main__':
    print(main(), __name__)
import _guarded
print(_guarded.ran)
