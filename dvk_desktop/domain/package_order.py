"""In which order packages that came together are merged (thứ tự nhập nhiều gói)."""

from collections.abc import Sequence

from dvk_desktop.domain.records.package import Manifest, PackageKind

_RANKS = {PackageKind.DOWN: 0, PackageKind.UP: 1, PackageKind.RECEIPT: 2}

_Origin = tuple[str, str]


def in_order(manifests: Sequence[Manifest]) -> list[int]:
    """Return the places of the packages in the order to merge them.

    What comes down brings the register that the rest stands on. Within one installation its own
    numbers decide, never a clock; times only tell which of an office's installations began first.
    """
    begun: dict[_Origin, tuple[str, int]] = {}
    for manifest in manifests:
        first = (manifest.created_at, manifest.sequence)
        begun[_origin(manifest)] = min(begun.get(_origin(manifest), first), first)

    def key(place: int) -> tuple[int, str, tuple[str, int], str, int, int]:
        manifest = manifests[place]
        return (
            _RANKS[manifest.kind],
            manifest.sender.code.casefold(),
            begun[_origin(manifest)],
            manifest.sender.replica_id,
            manifest.sequence,
            manifest.part.number,
        )

    return sorted(range(len(manifests)), key=key)


def forked(manifests: Sequence[Manifest]) -> set[int]:
    """Return the places of different packages that bear one number: a copied database."""
    holders: dict[tuple[str, int], dict[str, list[int]]] = {}
    for place, manifest in enumerate(manifests):
        number = (manifest.sender.replica_id, manifest.sequence)
        holders.setdefault(number, {}).setdefault(manifest.package_id, []).append(place)
    return {
        place
        for packages in holders.values()
        if len(packages) > 1
        for places in packages.values()
        for place in places
    }


def _origin(manifest: Manifest) -> _Origin:
    return manifest.sender.office_id, manifest.sender.replica_id
