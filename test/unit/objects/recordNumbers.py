"""Records numbers.json from this python3 (3.11)."""
import pathlib
import json, random, struct, math
random.seed(5)
def rf():
    k=random.random()
    if k<.3: return struct.unpack('d',struct.pack('Q',random.getrandbits(64)))[0]
    if k<.5: return random.uniform(-1000,1000)
    if k<.6: return float(random.randint(-10**6,10**6))
    if k<.7: return round(random.uniform(-100,100),random.randint(0,4))
    if k<.8: return random.randint(-2000,2000)/8
    if k<.9: return random.choice([0.0,-0.0,1e16,1e22,1e-4,1e-5,9.995,0.5,1.5,2.5,99999.95,1e23,5e-324,1.7976931348623157e308,123456789012345680.0,float('inf'),float('nan'),-float('inf')])
    return random.uniform(-1,1)*10**random.randint(-20,25)
def bits(x): return struct.pack('>d',x).hex()
def att(f):
    try: return f()
    except Exception as e: return '!'+type(e).__name__+': '+str(e)
out={}
out['repr']=[[bits(x),repr(x)] for x in [rf() for _ in range(500)]]
fl=[]
for _ in range(1500):
    x=rf()
    spec=random.choice(['','','*<','^','=','0>','x=','<'])+random.choice(['','','+',' ','-'])+random.choice(['','','','z'])+random.choice(['','','','#'])+random.choice(['','','0'])+random.choice(['','','12','25'])+random.choice(['','','',',','_'])+random.choice(['','.0','.1','.2','.3','.6','.17','.30'])+random.choice(['','e','E','f','F','g','G','%','n','f','d'])
    fl.append([bits(x),spec,att(lambda: format(x,spec))])
out['formatFloat']=fl
it=[]
for _ in range(800):
    n=random.choice([random.randint(-10,10),random.randint(-10**9,10**9),random.getrandbits(100)-2**99,65,-1])
    spec=random.choice(['','','*<','^','=','0>','x=','<'])+random.choice(['','','+',' ','-'])+random.choice(['','','','#'])+random.choice(['','','0'])+random.choice(['','','12','25'])+random.choice(['','','',',','_'])+random.choice(['','','','','.2'])+random.choice(['','b','c','d','o','x','X','n','f','e','s','z','é','ab'])
    it.append([str(n),spec,att(lambda: format(n,spec))])
out['formatInt']=it
st=[]
for _ in range(200):
    n=random.choice(['','a','hello','ünï😀'])
    spec=random.choice(['','','*<','^','=','0>','😀>','<'])+random.choice(['','','','','','+',' '])+random.choice(['','','','','','#'])+random.choice(['','','0'])+random.choice(['','','12','25'])+random.choice(['','','','','',','])+random.choice(['','','.0','.2'])+random.choice(['','s','s','d','ab'])
    st.append([n,spec,att(lambda: format(n,spec))])
out['formatStr']=st
out['round']=[[bits(x),n,att(lambda: bits(round(x,n)))] for x in [rf() for _ in range(500)] for n in [random.randint(-4,6)]]
ops=[]
import operator
for _ in range(1500):
    def ri():
        return random.choice([random.randint(-5,5),random.randint(-2**31,2**31),random.randint(-2**53,2**53),random.getrandbits(120)-2**119,random.choice([-1,1])*2**random.randint(0,70)])
    a=ri(); b=ri()
    op=random.choice(['+','-','*','//','%','/','**','<<','>>','&','|','^'])
    if op in('<<','>>'): b=random.randint(-1,130)
    if op=='**': b=random.randint(-3,70); a=random.choice([a%1000, -(a%50), a]) 
    def go():
        r=eval('a %s b'%op)
        return repr(r) if isinstance(r,int) else bits(r)
    if op=='**' and b<0 and abs(a)>1: continue
    ops.append([str(a),op,str(b),att(go)])
out['ints']=ops
fo=[]
for _ in range(500):
    a=random.choice([rf(),random.uniform(-9,9),random.randint(-5,5)*1.0]); b=random.choice([rf(),random.uniform(-9,9),random.randint(-3,3)*1.0])
    op=random.choice(['+','-','*','//','%','/'])
    fo.append([bits(a),op,bits(b),att(lambda: bits(eval('a %s b'%op)))])
out['floats']=fo
out['hash']=[[bits(x),str(hash(x))] for x in [y for y in (rf() for _ in range(200)) if y==y]]
out['hashInts']=[[str(n),str(hash(n))] for n in [random.getrandbits(random.randint(1,200))*random.choice([1,-1]) for _ in range(100)]]
texts=['12',' 12 ','1_000','1__0','_1','1_','+5','-5','--5','0x1f','0X1F','0b101','0o17','012','00','0_0','1e5','','  ','12a','zz','0x','0x_f','１２','９9','1 2','-0','0b2','0b1','+ 1','0_7']
out['parseInt']=[[t,b,att(lambda: str(int(t,b)))] for t in texts for b in (0,2,8,10,16,36)]
ft=['1','1.5',' 1.5 ','.5','5.','.','1e5','1e','1e+5','1E-5','1_0.5_0','1__0','1_.5','1._5','_1','inf','-Infinity','+nan','infin','0x10','1e400','-1e400','1e-400','١.٥','','- 1','1e5_0','1e_5','nan1','123456789012345678901234567890','2.2250738585072011e-308','4.9e-324','2.4703282292062327e-324']
out['parseFloat']=[[t,att(lambda: bits(float(t)))] for t in ft]
out['hex']=[[bits(x),x.hex()] for x in [rf() for _ in range(100)]]
ht=['0x1.8','1.8','inf','-nan','0x1p5000','x','0x','.','0x.8p3','0x1.fffffffffffff8p0','0x1.fffffffffffff7p0','-0x1p-1074','0x1p-1075','0x1.8p-1075','0x0.0000000000001p-1022','0x1.fffffffffffff8p1023',' 0x1p3 ','1e5','0xp3','0x1p','0x1.p2']
out['fromhex']=[[t,att(lambda: bits(float.fromhex(t)))] for t in ht]
pm=[]
for _ in range(100):
    a,b,c=random.randint(-10**20,10**20),random.randint(-50,10**6),random.randint(-10**9,10**9)
    pm.append([str(a),str(b),str(c),att(lambda: str(pow(a,b,c)))])
out['powMod']=pm
pc=[]
for _ in range(400):
    x=rf(); c=random.choice('eEfFgG'); p=random.choice([0,1,2,3,6,12,17,20]); a=random.random()<.2
    pc.append([bits(x),c,p,a,('%'+('#' if a else '')+'.'+str(p)+c)%x])
out['percent']=pc
json.dump(out,open(pathlib.Path(__file__).with_name('numbers.json'),'w'),ensure_ascii=True,separators=(',',':'))
