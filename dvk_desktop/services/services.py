"""All services of one office, built when first used (các tác vụ của văn phòng)."""

from functools import cached_property
from pathlib import Path

from dvk_desktop.services.exchange.board import BoardService
from dvk_desktop.services.exchange.conflicts import ConflictService
from dvk_desktop.services.exchange.drives import DriveService
from dvk_desktop.services.exchange.founding import FoundingService
from dvk_desktop.services.exchange.handover import HandoverService
from dvk_desktop.services.exchange.key_renewal import KeyRenewalService
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.services.exchange.package_batch import PackageBatchService
from dvk_desktop.services.exchange.receiving import ReceivingService
from dvk_desktop.services.exchange.sending import SendingService
from dvk_desktop.services.exchange.sent_packages import SentPackageService
from dvk_desktop.services.exchange.trust import TrustService
from dvk_desktop.services.intake.intake import IntakeService
from dvk_desktop.services.intake.templates import TemplateService
from dvk_desktop.services.intake.unit_import import UnitImportService
from dvk_desktop.services.keeping.audit import AuditService
from dvk_desktop.services.keeping.backups import BackupService
from dvk_desktop.services.keeping.doctor import DoctorService
from dvk_desktop.services.keeping.history import HistoryService
from dvk_desktop.services.office.campaigns import CampaignService
from dvk_desktop.services.office.office import OfficeService
from dvk_desktop.services.office.units import UnitService
from dvk_desktop.services.recognition.certificates import CertificateService
from dvk_desktop.services.recognition.council import CouncilService
from dvk_desktop.services.recognition.decisions import RecognitionService
from dvk_desktop.services.recognition.scoring import ScoringService
from dvk_desktop.services.registrations.attachments import AttachmentService
from dvk_desktop.services.registrations.cells import RegistrationCellService
from dvk_desktop.services.registrations.column_filters import ColumnFilterService
from dvk_desktop.services.registrations.continuing import ContinuingService
from dvk_desktop.services.registrations.duplicates import DuplicateService
from dvk_desktop.services.registrations.form_drafts import FormDrafts
from dvk_desktop.services.registrations.model_chain import ModelChain
from dvk_desktop.services.registrations.paper_search import PaperSearch
from dvk_desktop.services.registrations.registers import RegisterService
from dvk_desktop.services.registrations.registrations import RegistrationService
from dvk_desktop.services.registrations.row_drafts import RowDrafts
from dvk_desktop.services.registrations.saved_filters import SavedFilterService
from dvk_desktop.services.registrations.sites import SiteService
from dvk_desktop.services.reports.overview import OverviewService
from dvk_desktop.services.reports.reports import ReportService
from dvk_desktop.storage.unit_of_work import Database


class Services:
    """What the window and the command line work with; each is built on first use."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder

    def close(self) -> None:
        """Release the database file."""
        self.database.close()

    def _backed_up(self) -> None:
        """Make sure that the data as it stands is in a backup."""
        self.backups.before_risk()

    @cached_property
    def office(self) -> OfficeService:
        """The office itself."""
        return OfficeService(self.database, self.folder)

    @cached_property
    def units(self) -> UnitService:
        """The register of units."""
        return UnitService(self.database)

    @cached_property
    def campaigns(self) -> CampaignService:
        """Campaigns with their rules."""
        return CampaignService(self.database)

    @cached_property
    def registrations(self) -> RegistrationService:
        """Registrations and their steps."""
        return RegistrationService(self.database)

    @cached_property
    def registration_cells(self) -> RegistrationCellService:
        """Registrations cell by cell, as the entry grid works."""
        return RegistrationCellService(self.database)

    @cached_property
    def column_filters(self) -> ColumnFilterService:
        """What the columns of registrations can be filtered by."""
        return ColumnFilterService(self.database)

    @cached_property
    def saved_filters(self) -> SavedFilterService:
        """Filters of registrations that were saved by name."""
        return SavedFilterService(self.database)

    @cached_property
    def sites(self) -> SiteService:
        """The places where models are applied."""
        return SiteService(self.database)

    @cached_property
    def row_drafts(self) -> RowDrafts:
        """Rows of the entry grid that are not stored yet."""
        return RowDrafts(self.folder)

    @cached_property
    def form_drafts(self) -> FormDrafts:
        """What is typed into the form and not stored yet."""
        return FormDrafts(self.folder, self.database.clock)

    @cached_property
    def model_chain(self) -> ModelChain:
        """The models that registrations keep up or repeat."""
        return ModelChain(self.database)

    @cached_property
    def duplicates(self) -> DuplicateService:
        """What may be registered twice."""
        return DuplicateService(self.database)

    @cached_property
    def continuing(self) -> ContinuingService:
        """Models of last year that go on."""
        return ContinuingService(self.database)

    @cached_property
    def attachments(self) -> AttachmentService:
        """Files that go with registrations."""
        return AttachmentService(self.database, self.folder)

    @cached_property
    def registers(self) -> RegisterService:
        """Lists of registrations with every item."""
        return RegisterService(self.database)

    @cached_property
    def scoring(self) -> ScoringService:
        """Sheets and results."""
        return ScoringService(self.database)

    @cached_property
    def council(self) -> CouncilService:
        """Meetings and votes."""
        return CouncilService(self.database)

    @cached_property
    def recognition(self) -> RecognitionService:
        """Decisions of recognition."""
        return RecognitionService(self.database)

    @cached_property
    def papers(self) -> PaperSearch:
        """Decisions and certificates, found while one types."""
        return PaperSearch(self.database)

    @cached_property
    def certificates(self) -> CertificateService:
        """Certificates and their printing."""
        return CertificateService(self.database)

    @cached_property
    def intake(self) -> IntakeService:
        """Files that units send."""
        return IntakeService(self.database, self._backed_up)

    @cached_property
    def templates(self) -> TemplateService:
        """Workbooks on which units register."""
        return TemplateService(self.database)

    @cached_property
    def unit_import(self) -> UnitImportService:
        """Lists of units from Excel."""
        return UnitImportService(self.database)

    @cached_property
    def keys(self) -> OfficeKeys:
        """The office's private keys."""
        return OfficeKeys(self.folder)

    @cached_property
    def key_renewal(self) -> KeyRenewalService:
        """New keys after the computer was lost or broken."""
        return KeyRenewalService(self.database, self.office, self.keys)

    @cached_property
    def trust(self) -> TrustService:
        """Office cards and whom to trust."""
        return TrustService(self.database, self.keys)

    @cached_property
    def founding(self) -> FoundingService:
        """A new office from the package of the one above."""
        return FoundingService(self.database, self.folder, self.office, self.receiving)

    @cached_property
    def sending(self) -> SendingService:
        """Packages to other offices."""
        return SendingService(self.database, self.folder, self.keys)

    @cached_property
    def receiving(self) -> ReceivingService:
        """Packages from other offices."""
        return ReceivingService(self.database, self.folder, self.keys, self._backed_up)

    @cached_property
    def package_batch(self) -> PackageBatchService:
        """Many packages in one run, with one backup before the first."""
        return PackageBatchService(self.database, self.receiving, self._backed_up)

    @cached_property
    def board(self) -> BoardService:
        """Who should have sent what by when."""
        return BoardService(self.database)

    @cached_property
    def sent_packages(self) -> SentPackageService:
        """What became of what we sent."""
        return SentPackageService(self.database)

    @cached_property
    def drives(self) -> DriveService:
        """Sticks and other drives that files go to."""
        return DriveService()

    @cached_property
    def handover(self) -> HandoverService:
        """Slips that go with packages from hand to hand."""
        return HandoverService(self.database, self.receiving.inspect)

    @cached_property
    def conflicts(self) -> ConflictService:
        """Two values of one field, waiting for a person."""
        return ConflictService(self.database)

    @cached_property
    def reports(self) -> ReportService:
        """Reports of a campaign."""
        return ReportService(self.database)

    @cached_property
    def overview(self) -> OverviewService:
        """The figures of the first page."""
        return OverviewService(self.database)

    @cached_property
    def history(self) -> HistoryService:
        """What was changed, and taking it back."""
        return HistoryService(self.database)

    @cached_property
    def backups(self) -> BackupService:
        """Verified backups."""
        return BackupService(self.database, self.folder)

    @cached_property
    def audit(self) -> AuditService:
        """Whether the journal is as it was written."""
        return AuditService(self.database, self.folder)

    @cached_property
    def doctor(self) -> DoctorService:
        """The check-up for support."""
        return DoctorService(self.database, self.folder)
