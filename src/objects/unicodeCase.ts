// Case mappings that do not follow from JavaScript's toUpperCase and toLowerCase: title case where it
// differs from upper case, and case folding where it differs from lower case (Unicode 14, recorded from
// CPython's `str.title` and `str.casefold`; SpecialCasing.txt and CaseFolding.txt).
//
// RUNS are `first:count:distance` (first and count in base 36, distance decimal), FULL mappings to several
// characters are `character:character,character` in base 36. Read by unicode.ts.

/** Mappings to one character: title case. */
export const TITLE_RUNS =
  'ck:1:1 cl:1:0 cm:1:-1 cn:1:1 co:1:0 cp:1:-1 cq:1:1 cr:1:0 cs:1:-1 dt:1:1 du:1:0 dv:1:-1 ' +
  '3bk:17:0 3ct:3:0 680:8:8 688:8:0 68g:8:8 68o:8:0 68w:8:8 694:8:0 69f:1:9 69o:1:0 69v:1:9 ' +
  '6a4:1:0 6b7:1:9 6bg:1:0';

/** Mappings to several characters: title case. */
export const TITLE_FULL =
  '67:2b,37 13b:111,136 69e:69m,n9 69g:p2,n9 69j:pd,n6,n9 69u:6a2,n9 69w:p5,n9 69z:pj,n6,n9 ' +
  '6b6:6be,n9 6b8:pb,n9 6bb:q1,n6,n9 1dkw:1y,2u 1dkx:1y,2x 1dky:1y,30 1dkz:1y,2u,2x ' +
  '1dl0:1y,2u,30 1dl1:2b,38 1dl2:2b,38 1dlf:11g,12u 1dlg:11g,12d 1dlh:11g,12j 1dli:11q,12u ' +
  '1dlj:11g,12l';

/** Mappings to one character: case folding. */
export const FOLD_RUNS =
  '51:1:775 an:1:-268 n9:1:116 qq:1:1 r4:1:-30 r5:1:-25 r9:1:-15 ra:1:-22 s0:1:-54 s1:1:-48 ' +
  's5:1:-64 3vk:2e:0 3y0:6:-8 5mo:1:-6222 5mp:1:-6221 5mq:1:-6212 5mr:2:-6210 5mt:1:-6211 ' +
  '5mu:1:-6204 5mv:1:-6180 5mw:1:35267 61n:1:-58 69q:1:-7173 xv4:28:-38864';

/** Mappings to several characters: case folding. */
export const FOLD_FULL =
  '67:37,37 95:jg,32 ds:2y,lo pc:qh,lk,ld q8:qt,lk,ld 13b:12d,136 61i:2w,mp 61j:38,lk 61k:3b,lm ' +
  '61l:3d,lm 61m:2p,ji 61q:37,37 66o:qt,lv 66q:qt,lv,lc 66s:qt,lv,ld 66u:qt,lv,n6 680:64g,qh ' +
  '681:64h,qh 682:64i,qh 683:64j,qh 684:64k,qh 685:64l,qh 686:64m,qh 687:64n,qh 688:64g,qh ' +
  '689:64h,qh 68a:64i,qh 68b:64j,qh 68c:64k,qh 68d:64l,qh 68e:64m,qh 68f:64n,qh 68g:65c,qh ' +
  '68h:65d,qh 68i:65e,qh 68j:65f,qh 68k:65g,qh 68l:65h,qh 68m:65i,qh 68n:65j,qh 68o:65c,qh ' +
  '68p:65d,qh 68q:65e,qh 68r:65f,qh 68s:65g,qh 68t:65h,qh 68u:65i,qh 68v:65j,qh 68w:674,qh ' +
  '68x:675,qh 68y:676,qh 68z:677,qh 690:678,qh 691:679,qh 692:67a,qh 693:67b,qh 694:674,qh ' +
  '695:675,qh 696:676,qh 697:677,qh 698:678,qh 699:679,qh 69a:67a,qh 69b:67b,qh 69e:67k,qh ' +
  '69f:q9,qh 69g:q4,qh 69i:q9,n6 69j:q9,n6,qh 69o:q9,qh 69u:67o,qh 69v:qf,qh 69w:q6,qh ' +
  '69y:qf,n6 69z:qf,n6,qh 6a4:qf,qh 6aa:qh,lk,lc 6ab:qh,lk,ld 6ae:qh,n6 6af:qh,lk,n6 ' +
  '6aq:qt,lk,lc 6ar:qt,lk,ld 6as:qp,lv 6au:qt,n6 6av:qt,lk,n6 6b6:67w,qh 6b7:qx,qh 6b8:r2,qh ' +
  '6ba:qx,n6 6bb:qx,n6,qh 6bg:qx,qh 1dkw:2u,2u 1dkx:2u,2x 1dky:2u,30 1dkz:2u,2u,2x ' +
  '1dl0:2u,2u,30 1dl1:37,38 1dl2:37,38 1dlf:12s,12u 1dlg:12s,12d 1dlh:12s,12j 1dli:132,12u ' +
  '1dlj:12s,12l';
