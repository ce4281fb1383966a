"""A package's digits to compare over the telephone (mã đối chiếu)."""

_GROUPS, _DIGITS = 5, 4


def check_code(manifest_sha256: str) -> str:
    """Return five groups of four digits from the SHA-256 of a package's manifest.

    The manifest lists the digest of everything inside, so equal codes mean equal content; the
    signature guards against forgers, the code against taking up the wrong file.
    """
    number = int(manifest_sha256, 16) % 10 ** (_GROUPS * _DIGITS)
    digits = f"{number:0{_GROUPS * _DIGITS}}"
    return " ".join(digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS))
