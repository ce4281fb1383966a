; The Windows installer: for one person, without administrator rights (bộ cài đặt).
; "py dev.py build" packs the program first, then starts this where Inno Setup's iscc is found.

#define Program "Dân vận khéo"
#define Folder "dan-van-kheo"
#define Built "..\dist\" + Folder
#define Handle FileOpen("..\dist\version.txt")
#define Version FileRead(Handle)
#expr FileClose(Handle)

[Setup]
AppId={{6F0B5B0E-2B0C-4C59-9E57-6C3B3F7B8D21}
AppName={#Program}
AppVersion={#Version}
AppVerName={#Program} {#Version}
AppPublisher=Dân vận khéo Desktop
DefaultDirName={autopf}\{#Folder}
DisableProgramGroupPage=yes
DisableWelcomePage=no
PrivilegesRequired=lowest
; Qt 6 needs Windows 10, version 1809.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
OutputDir=..\dist
OutputBaseFilename=cai-dat-{#Folder}-{#Version}
UninstallDisplayIcon={app}\{#Folder}.exe
#if FileExists("..\resources\icons\app.ico")
SetupIconFile=..\resources\icons\app.ico
#endif

[LangOptions]
LanguageName=Tiếng Việt
LanguageID=$042A

[Messages]
SetupAppTitle=Cài đặt
SetupWindowTitle=Cài đặt %1
UninstallAppTitle=Gỡ cài đặt
UninstallAppFullTitle=Gỡ cài đặt %1
ButtonBack=< &Trước
ButtonNext=&Tiếp >
ButtonInstall=&Cài đặt
ButtonOK=Đồng ý
ButtonCancel=Thôi
ButtonYes=&Có
ButtonNo=&Không
ButtonFinish=&Xong
ButtonBrowse=&Chọn…
ButtonWizardBrowse=C&họn…
ClickNext=Bấm Tiếp để đi tiếp, hoặc Thôi để dừng cài đặt.
WelcomeLabel1=Cài đặt [name]
WelcomeLabel2=Chương trình [name/ver] sẽ được cài vào máy này, chỉ cho người đang dùng máy; không cần quyền quản trị.%n%nNên đóng các chương trình khác trước khi cài.
WizardSelectDir=Nơi cài đặt
SelectDirDesc=[name] được cài vào thư mục nào?
SelectDirLabel3=Chương trình sẽ được cài vào thư mục sau.
SelectDirBrowseLabel=Bấm Tiếp để đi tiếp. Muốn chọn thư mục khác, bấm Chọn.
DiskSpaceGBLabel=Cần ít nhất [gb] GB ổ đĩa còn trống.
DiskSpaceMBLabel=Cần ít nhất [mb] MB ổ đĩa còn trống.
WizardSelectTasks=Việc làm thêm
SelectTasksDesc=Có cần làm thêm việc gì không?
SelectTasksLabel2=Chọn những việc làm thêm khi cài [name], rồi bấm Tiếp.
WizardReady=Sẵn sàng cài đặt
ReadyLabel1=[name] đã sẵn sàng để cài vào máy này.
ReadyLabel2a=Bấm Cài đặt để bắt đầu, hoặc Trước để xem lại.
ReadyLabel2b=Bấm Cài đặt để bắt đầu.
ReadyMemoDir=Thư mục:
ReadyMemoTasks=Việc làm thêm:
WizardPreparing=Đang chuẩn bị
PreparingDesc=Đang chuẩn bị cài [name] vào máy này.
ApplicationsFound=Các chương trình sau đang dùng những tệp cần thay. Nên để bộ cài đặt tự đóng chúng.
CloseApplications=&Tự đóng các chương trình
DontCloseApplications=&Không đóng
WizardInstalling=Đang cài đặt
InstallingLabel=Xin chờ trong khi [name] được cài vào máy này.
StatusCreateDirs=Đang tạo thư mục…
StatusExtractFiles=Đang chép tệp…
StatusCreateIcons=Đang tạo lối tắt…
StatusSavingUninstall=Đang ghi thông tin để gỡ cài đặt…
FinishedHeadingLabel=Đã cài xong [name]
FinishedLabel=[name] đã được cài vào máy này. Mở chương trình bằng biểu tượng vừa tạo.
FinishedLabelNoIcons=[name] đã được cài vào máy này.
ClickFinish=Bấm Xong để đóng cửa sổ này.
ExitSetupTitle=Dừng cài đặt
ExitSetupMessage=Chưa cài xong; nếu dừng bây giờ, chương trình không được cài.%n%nDừng cài đặt?
ConfirmUninstall=Gỡ %1 khỏi máy này? Dữ liệu của cơ quan vẫn được giữ nguyên.
WizardUninstalling=Đang gỡ cài đặt
StatusUninstalling=Đang gỡ %1…
UninstalledAll=Đã gỡ %1 khỏi máy này. Dữ liệu của cơ quan vẫn được giữ nguyên.

[Tasks]
Name: "desktop"; Description: "Tạo biểu tượng trên màn hình nền"

[InstallDelete]
; Libraries of an earlier version must not be found by the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Built}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Program}"; Filename: "{app}\{#Folder}.exe"
Name: "{autodesktop}\{#Program}"; Filename: "{app}\{#Folder}.exe"; Tasks: desktop

[Run]
Filename: "{app}\{#Folder}.exe"; Description: "Mở {#Program}"; Flags: nowait postinstall skipifsilent
