"""Is a package for us, and does it come in its turn? (gói đến đúng nơi, đúng thứ tự)."""

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.package import Manifest, PackageKind
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.package.reader import Package
from dvk_desktop.models import KnownOffice, Level, PackageLog
from dvk_desktop.services.exchange.packing import RECEIVED
from dvk_desktop.storage.unit_of_work import UnitOfWork


class WrongRecipientError(DvkError):
    """The package is addressed to another office (gói gửi cho nơi khác)."""

    code = "PKG_RECIPIENT"
    template = (
        "Gói này gửi cho “{name}” ({recipient}), không phải cho văn phòng này."
        " Hãy chuyển gói cho đúng nơi nhận."
    )


class OwnPackageError(DvkError):
    """The package is our own (gói của chính mình)."""

    code = "PKG_OWN"
    template = "Gói này do chính văn phòng này gửi đi. Hãy chọn gói của văn phòng khác."


class WrongDirectionError(DvkError):
    """An office that is not above us sends what only the one above may send (sai chiều)."""

    code = "PKG_DIRECTION"
    template = (
        "Gói này ghi là gói triển khai của cấp trên, nhưng “{name}” không phải cấp trên của văn"
        " phòng này nên chưa nhập gì. Hãy gọi điện hỏi lại nơi gửi."
    )


def require_for_us(work: UnitOfWork, manifest: Manifest) -> None:
    """Refuse a package for somebody else, or from ourselves.

    Raises:
        WrongRecipientError: It is addressed to another office.
        OwnPackageError: We wrote it.
        WrongDirectionError: It claims to come from above and does not.
    """
    own = work.office()
    if manifest.sender.office_id == own.office_id:
        raise OwnPackageError
    recipient = manifest.recipient
    ours = (
        recipient.office_id == own.office_id
        if recipient.office_id is not None
        else recipient.code.casefold() in work.own_codes()
    )
    if not ours:
        raise WrongRecipientError(name=recipient.name, recipient=recipient.code)
    if manifest.kind is PackageKind.DOWN and not _may_stand_above(work, manifest):
        raise WrongDirectionError(name=manifest.sender.name)


def _may_stand_above(work: UnitOfWork, manifest: Manifest) -> bool:
    """Say whether the level on the sender's card is above ours, or one that we do not list."""
    own = work.office()
    ranks = {level.code: level.rank for level in work.find(Level)}
    card = work.session.get(KnownOffice, manifest.sender.office_id)
    level_code = manifest.sender.level if card is None else card.level_code
    return ranks.get(level_code, -1) < ranks.get(own.level_code, 0)


def arrival_notices(work: UnitOfWork, package: Package) -> tuple[Wording, ...]:
    """Return what a person should know about the package's place in the sender's chain."""
    manifest = package.manifest
    earlier = work.find(
        PackageLog, "sequence", direction=RECEIVED, replica_id=manifest.sender.replica_id
    )
    same = [row for row in earlier if row.manifest_sha256 == package.manifest_sha256]
    if same and all(work.is_undone(row.change_set_id) for row in same):
        return ()
    if same:
        return (Wording("Gói này đã được nhập trước đây; nhập lại không làm thay đổi gì."),)
    if any(row.sequence == manifest.sequence for row in earlier):
        text = (
            "Cảnh báo: đã có một gói khác mang số {sequence} của “{name}”. Có thể dữ liệu của văn"
            " phòng đó đã bị sao chép sang máy khác. Hãy gọi điện để kiểm tra."
        )
        return (Wording(text, {"sequence": manifest.sequence, "name": manifest.sender.name}),)
    last = earlier[-1].sequence if earlier else 0
    if manifest.sequence > last + 1:
        missing = ", ".join(str(number) for number in range(last + 1, manifest.sequence))
        # A sender numbers receipts and packages in one row, and receipts may stay where they are.
        text = (
            "Chưa thấy gói số {missing} của “{name}”: có thể là biên nhận, hoặc gói gửi trước chưa"
            " tới. Dữ liệu trong gói này vẫn đầy đủ."
        )
        return (Wording(text, {"missing": missing, "name": manifest.sender.name}),)
    if manifest.sequence < last:
        text = "Gói số {sequence} đến muộn: đã nhập gói số {last}. Nhập gói này không gây hại."
        return (Wording(text, {"sequence": manifest.sequence, "last": last}),)
    return ()
