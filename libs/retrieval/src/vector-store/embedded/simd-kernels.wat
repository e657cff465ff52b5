;; What the embedded store computes most, sixteen bytes at a time. Sizes are multiples of 16; `simd-kernels.ts` holds the compiled form.
(module
  (memory (export "memory") 4)

  ;; The inner product of two vectors of int8.
  (func (export "product") (param $a i32) (param $b i32) (param $size i32) (result i32)
    (local $end i32) (local $x v128) (local $y v128) (local $sums v128)
    (local.set $end (i32.add (local.get $a) (local.get $size)))
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (local.set $y (v128.load (local.get $b)))
      (local.set $sums
        (i32x4.add
          (local.get $sums)
          (i32x4.add
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $x)) (i16x8.extend_low_i8x16_s (local.get $y)))
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $x)) (i16x8.extend_high_i8x16_s (local.get $y))))))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 16))) (local.get $end))))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))

  ;; How many bits of `code` each of the codes from $codes to $end shares: a u16 each, from $shared on.
  (func (export "shared_bits") (param $code i32) (param $codes i32) (param $end i32) (param $size i32) (param $shared i32)
    (local $i i32) (local $sums v128)
    (loop $next_code
      (local.set $i (i32.const 0))
      (local.set $sums (v128.const i32x4 0 0 0 0))
      (loop $next
        (local.set $sums
          (i16x8.add
            (local.get $sums)
            (i16x8.extadd_pairwise_i8x16_u
              (i8x16.popcnt
                (v128.not
                  (v128.xor
                    (v128.load (i32.add (local.get $code) (local.get $i)))
                    (v128.load (i32.add (local.get $codes) (local.get $i)))))))))
        (br_if $next (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 16))) (local.get $size))))
      (local.set $sums (i32x4.extadd_pairwise_i16x8_u (local.get $sums)))
      (i32.store16
        (local.get $shared)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
          (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))
      (local.set $shared (i32.add (local.get $shared) (i32.const 2)))
      (br_if $next_code
        (i32.lt_u (local.tee $codes (i32.add (local.get $codes) (local.get $size))) (local.get $end)))))

  ;; The inner product of a vector of int8, $size long, and the signs of another, a bit each: 1 for what is below 0.
  (func (export "product_of_signs") (param $vector i32) (param $size i32) (param $code i32) (result i32)
    (local $end i32) (local $x v128) (local $signs v128) (local $sums v128)
    (local.set $end (i32.add (local.get $vector) (local.get $size)))
    (loop $next
      ;; each of the next two bytes eight times, then of each copy its own bit: all ones where it is set
      (local.set $signs
        (i8x16.swizzle
          (v128.load16_splat (local.get $code))
          (v128.const i8x16 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1)))
      (local.set $signs
        (i8x16.ne
          (v128.and (local.get $signs) (v128.const i8x16 1 2 4 8 16 32 64 -128 1 2 4 8 16 32 64 -128))
          (v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)))
      ;; x ^ -1 - -1 is -x
      (local.set $x (i8x16.sub (v128.xor (v128.load (local.get $vector)) (local.get $signs)) (local.get $signs)))
      (local.set $sums
        (i32x4.add (local.get $sums) (i32x4.extadd_pairwise_i16x8_s (i16x8.extadd_pairwise_i8x16_s (local.get $x)))))
      (local.set $code (i32.add (local.get $code) (i32.const 2)))
      (br_if $next (i32.lt_u (local.tee $vector (i32.add (local.get $vector) (i32.const 16))) (local.get $end))))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums))))))
