def run(src):
    tape, ptr, pc, out, jump, stack = [0] * 30, 0, 0, [], {}, []
    for i, c in enumerate(src):
        if c == '[': stack.append(i)
        elif c == ']': j = stack.pop(); jump[i], jump[j] = j, i
    while pc < len(src):
        c = src[pc]
        if c == '>': ptr += 1
        elif c == '<': ptr -= 1
        elif c in '+-': tape[ptr] = (tape[ptr] + (1 if c == '+' else -1)) % 256
        elif c == '.': out.append(chr(tape[ptr]))
        elif c == '[' and not tape[ptr] or c == ']' and tape[ptr]: pc = jump[pc]
        pc += 1
    return ''.join(out)
print(run('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.'))
