x = ((((((((((((((((((((1))))))))))))))))))))
l = [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]
print(x, l)
print(eval('(' * 60 + '1' + ')' * 60), eval('-' * 61 + '1'), eval('not ' * 40 + '1'), eval('+'.join(['1'] * 500)), eval('[' * 50 + ']' * 50))
def a():
    if 1:
        for _ in '1':
            while 1:
                try:
                    with_ = 1
                    if with_:
                        for i in range(1):
                            if i == 0:
                                return 'deep'
                finally:
                    print('f')
print(a(), 'a' 'b' * 2)
