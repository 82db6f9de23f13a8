x = 1

 
def f():

    # comment

    y = 2



    return y
	
print(x, f())

class A:

    """doc"""

    z = 3


print(A.z); 

if x:

    print('in')

else:

    print('out')
