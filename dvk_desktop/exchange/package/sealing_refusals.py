"""Why an encrypted package is refused, one class for each reason (lý do từ chối gói mã hóa)."""

from dvk_desktop.exchange.package.refusals import PackageError


class WrongKeyError(PackageError):
    """It is encrypted to the key of another office (không phải khóa của ta)."""

    code = "AGE_WRONG_KEY"
    template = (
        "Gói “{file}” được mã hóa cho khóa của văn phòng khác nên máy này không mở được."
        " Hãy gửi cho nơi gửi tệp thẻ (.dvkcard) hiện nay của văn phòng mình và xin mã hóa lại."
    )


class PassphraseMissingError(PackageError):
    """It is encrypted to a passphrase that has not been given (chưa có mật khẩu)."""

    code = "AGE_PASSPHRASE_MISSING"
    template = (
        "Gói “{file}” được mã hóa bằng mật khẩu. Hãy gọi điện hỏi nơi gửi rồi nhập mật khẩu đó."
    )


class PassphraseWrongError(PackageError):
    """The passphrase does not open it (sai mật khẩu)."""

    code = "AGE_PASSPHRASE_WRONG"
    template = (
        "Mật khẩu chưa mở được gói “{file}”. Hãy gọi điện cho nơi gửi, nghe đọc lại từng ký tự"
        " rồi nhập lại; nếu vẫn không mở được, xin gửi lại gói."
    )


class PassphraseSlowError(PackageError):
    """The passphrase was made harder to try than this computer bears (mật khẩu quá nặng)."""

    code = "AGE_PASSPHRASE_SLOW"
    template = (
        "Gói “{file}” được đặt mật khẩu trên một máy mạnh hơn nhiều nên máy này không mở nổi. Hãy"
        " đóng bớt chương trình rồi thử lại, mở trên máy khác, hoặc xin nơi gửi mã hóa cho thẻ của"
        " văn phòng mình."
    )


class SealCutError(PackageError):
    """The end is missing or broken (gói mã hóa bị cụt)."""

    code = "AGE_TRUNCATED"
    template = (
        "Gói mã hóa “{file}” bị thiếu hoặc hỏng ở phần cuối, có thể do chép hoặc tải chưa xong."
        " Hãy chép lại từ nơi gửi rồi thử lại."
    )


class SealDamagedError(PackageError):
    """A byte is not what was encrypted (gói mã hóa bị hỏng)."""

    code = "AGE_DAMAGED"
    template = (
        "Gói mã hóa “{file}” đã bị hỏng hoặc bị sửa trên đường đi nên không mở được."
        " Hãy chép lại từ nơi gửi; nếu vẫn lỗi, xin gửi lại gói."
    )


class SealTooBigError(PackageError):
    """It is larger than what is opened (gói mã hóa quá lớn)."""

    code = "AGE_TOO_BIG"
    template = (
        "Gói mã hóa “{file}” lớn {found} byte, vượt mức {limit} byte."
        " Hãy đề nghị nơi gửi chia gói thành nhiều phần."
    )


class SealTooLargeToWriteError(PackageError):
    """A package is too large for a passphrase in one piece (gói quá lớn để đặt mật khẩu)."""

    code = "AGE_TOO_BIG_FOR_PASSPHRASE"
    template = (
        "Gói lớn {found} byte; đặt mật khẩu được cho gói đến {limit} byte."
        " Hãy chọn chia gói thành nhiều phần, hoặc mã hóa cho khóa của nơi nhận."
    )


class PassphraseShortError(PackageError):
    """The passphrase could be guessed (mật khẩu ngắn)."""

    code = "AGE_PASSPHRASE_SHORT"
    template = (
        "Mật khẩu cần ít nhất {least} ký tự. Hãy đặt mật khẩu dài hơn, ví dụ bốn từ hoặc"
        " bốn nhóm số dễ đọc qua điện thoại."
    )


class WrongRecipientKeyError(PackageError):
    """The card holds no key that age would take (khóa mã hóa của thẻ sai)."""

    code = "AGE_RECIPIENT"
    template = (
        "Thẻ của “{name}” không có khóa mã hóa dùng được. Hãy xin thẻ mới của văn phòng đó, hoặc"
        " mã hóa bằng mật khẩu."
    )
