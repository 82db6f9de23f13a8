x = 1
match x:  # <- unsupported
    case 1:
        print("one")
