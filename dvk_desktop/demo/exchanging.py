"""Carry packages between the offices of the sample year (gửi và nhận gói)."""

import shutil

from dvk_desktop.demo.demo_year import DemoOffice, DemoYear
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.exchange import MergeResult


class DemoRefusedError(DvkError):
    """A package of the sample year was refused (gói của năm mẫu bị từ chối)."""

    code = "DEMO_REFUSED"
    template = (
        "Gói “{file}” của năm mẫu có {problems} lỗi nên không nhập được."
        " Đây là lỗi của chương trình; hãy báo bộ phận hỗ trợ."
    )


def carry(year: DemoYear, sender: DemoOffice, receiver: DemoOffice, name: str) -> MergeResult:
    """Send a package, inspect, preview and merge it, and take the receipt back."""
    stem = f"{len(year.steps):02}-{name}-{sender.code}-{receiver.code}"
    path = year.keep(f"package_{stem}", year.places.package(stem))
    sender.services.sending.export(receiver.code, path)
    _, trusted, problems = receiver.services.receiving.inspect(path)
    if problems or not trusted:
        raise DemoRefusedError(file=path.name, problems=len(problems))
    receiving = receiver.services.receiving
    result, _ = receiving.merge(receiving.preview(path))
    _take_receipt(year, sender, receiver, result)
    return result


def merge_again(year: DemoYear, receiver: DemoOffice, name: str) -> MergeResult:
    """Merge every package of that name for an office once more."""
    receiving = receiver.services.receiving
    done = []
    for path in sorted((year.places.out / "packages").glob(f"*-{name}-*-{receiver.code}.dvk")):
        done.append(receiving.merge(receiving.preview(path))[0])
    return MergeResult(
        new=sum(result.new for result in done),
        same=sum(result.same for result in done),
        changed=sum(result.changed for result in done),
        removed=sum(result.removed for result in done),
        conflicts=sum(result.conflicts for result in done),
        refused=sum(result.refused for result in done),
        batch=None,
    )


def _take_receipt(
    year: DemoYear, sender: DemoOffice, receiver: DemoOffice, result: MergeResult
) -> None:
    if result.receipt is None:
        return
    name = f"{len(year.steps):02}-bien-nhan-{receiver.code}-{sender.code}"
    copy = year.keep(f"receipt_{name}", year.places.package(name))
    shutil.copyfile(result.receipt, copy)
    receiving = sender.services.receiving
    receiving.merge(receiving.preview(copy))
