<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
<context>
    <name>AboutSection</name>
    <message>
        <source>Bản {version} · Qt {qt} · Python {python}</source>
        <translation>Version {version} · Qt {qt} · Python {python}</translation>
    </message>
    <message>
        <source>Dân vận khéo Desktop</source>
        <translation>Dân vận khéo Desktop</translation>
    </message>
    <message>
        <source>Phần mềm và phông chữ dùng trong chương trình</source>
        <translation>Software and fonts in this program</translation>
    </message>
    <message>
        <source>Về Qt</source>
        <translation>About Qt</translation>
    </message>
    <message>
        <source>Chương trình dùng Qt và PySide6 theo giấy phép LGPL phiên bản 3. Các thư viện của Qt nằm thành tệp riêng trong thư mục cài đặt: bạn được quyền thay chúng bằng bản do mình dựng. Mã nguồn có ở qt.io; nguyên văn giấy phép đi kèm bộ cài.</source>
        <translation>This program uses Qt and PySide6 under the LGPL, version 3. The libraries of Qt are separate files in the folder of the program: you have the right to replace them with your own build. The source is at qt.io; the full licence comes with the installer.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Có hiệu lực ngay, chỉ trên máy này.</source>
        <translation>Takes effect at once, on this computer only.</translation>
    </message>
    <message>
        <source>Màu</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Size of text</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Cửa sổ được dựng lại bằng ngôn ngữ mới; giấy tờ luôn bằng tiếng Việt.</source>
        <translation>The window is built anew in the other language; papers are always in Vietnamese.</translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <source>Thả ảnh, văn bản vào đây</source>
        <translation>Drop pictures and papers here</translation>
    </message>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Đính kèm {count} tệp</source>
        <translation>Attach {count} files</translation>
    </message>
    <message>
        <source>Lưu tệp đính kèm</source>
        <translation>Save the attachment</translation>
    </message>
    <message>
        <source>Đã lưu “{file}”.</source>
        <translation>“{file}” is saved.</translation>
    </message>
    <message>
        <source>Bỏ “{name}” khỏi phiếu?</source>
        <translation>Take “{name}” off the form?</translation>
    </message>
    <message>
        <source>Có thể lấy lại bằng lệnh Hoàn tác.</source>
        <translation>Undo brings it back.</translation>
    </message>
    <message>
        <source>Bỏ tệp</source>
        <translation>Remove the file</translation>
    </message>
    <message>
        <source>Thu nhỏ {count} ảnh trên 2 MB?</source>
        <translation>Make {count} pictures of more than 2 MB smaller?</translation>
    </message>
    <message>
        <source>{names}

Ảnh thu nhỏ vẫn in rõ trên khổ A4 và gửi nhanh hơn. Ảnh gốc trên máy không thay đổi.</source>
        <translation>{names}

Smaller pictures still print clearly on A4 and are sent faster. The originals on this computer do not change.</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Make smaller</translation>
    </message>
    <message>
        <source>{count} tệp không đính kèm được</source>
        <translation>{count} files could not be attached</translation>
    </message>
    <message>
        <source>Tệp này đã có trong phiếu.</source>
        <translation>This file is attached already.</translation>
    </message>
    <message>
        <source>Đã đính kèm {count} tệp.</source>
        <translation>{count} files are attached.</translation>
    </message>
    <message>
        <source>{size} · thiếu nội dung, hãy đính kèm lại</source>
        <translation>{size} · content missing, please attach it again</translation>
    </message>
    <message>
        <source>Mở “{name}”</source>
        <translation>Open “{name}”</translation>
    </message>
    <message>
        <source>Lưu “{name}” ra ngoài</source>
        <translation>Save a copy of “{name}”</translation>
    </message>
    <message>
        <source>Bỏ “{name}”</source>
        <translation>Remove “{name}”</translation>
    </message>
    <message>
        <source>Xem trước ảnh</source>
        <translation>Preview a picture</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Sao lưu ra nơi khác…</source>
        <translation>Back up elsewhere…</translation>
    </message>
    <message>
        <source>Bản sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Chưa có bản nào trong thư mục dữ liệu.</source>
        <translation>There is none in the data folder yet.</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Kiểm tra bản này</source>
        <translation>Check this one</translation>
    </message>
    <message>
        <source>Khôi phục bản này…</source>
        <translation>Restore this one…</translation>
    </message>
    <message>
        <source>Khôi phục từ tệp…</source>
        <translation>Restore from a file…</translation>
    </message>
    <message>
        <source>Mở thư mục dữ liệu khác…</source>
        <translation>Open another data folder…</translation>
    </message>
    <message>
        <source>Xem năm mẫu</source>
        <translation>See the sample year</translation>
    </message>
    <message>
        <source>Xem các bản sao lưu</source>
        <translation>Looking at the backups</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào dùng được. Hãy sao lưu ngay.</source>
        <translation>There is no usable backup yet. Please back up now.</translation>
    </message>
    <message>
        <source>Bản tốt gần nhất: {day}; từ đó dữ liệu chưa thay đổi.</source>
        <translation>Last good backup: {day}; the data has not changed since.</translation>
    </message>
    <message>
        <source>Bản tốt gần nhất: {day}; từ đó có {count} lần thay đổi.</source>
        <translation>Last good backup: {day}; changed {count} times since.</translation>
    </message>
    <message>
        <source>Sao lưu vào</source>
        <translation>Back up to</translation>
    </message>
    <message>
        <source>Đã sao lưu và kiểm tra: {file}</source>
        <translation>Backed up and checked: {file}</translation>
    </message>
    <message>
        <source>Hãy chọn một bản sao lưu trong danh sách.</source>
        <translation>Please choose a backup in the list.</translation>
    </message>
    <message>
        <source>Kiểm tra bản sao lưu</source>
        <translation>Checking the backup</translation>
    </message>
    <message>
        <source>Bản sao lưu dùng được</source>
        <translation>The backup is good</translation>
    </message>
    <message>
        <source>Đã dựng thử lại dữ liệu từ {file}: đủ và đúng, nhật ký nguyên vẹn.</source>
        <translation>The data was rebuilt from {file} as a rehearsal: complete and correct, the journal is whole.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Thay dữ liệu đang dùng bằng bản sao lưu?</source>
        <translation>Replace the present data with the backup?</translation>
    </message>
    <message>
        <source>Dữ liệu trở về như trong {file}. Dữ liệu đang dùng không bị xóa mà được cất vào thư mục “set-aside”.</source>
        <translation>The data will be as in {file}. The present data is not deleted but kept in the folder “set-aside”.</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Chọn thư mục dữ liệu</source>
        <translation>Choose a data folder</translation>
    </message>
    <message>
        <source>{text}. Có thể rút USB.</source>
        <translation>{text}. The USB stick may be pulled.</translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message>
        <source>Các gói trong lượt nhập</source>
        <translation>Packages of this run</translation>
    </message>
    <message>
        <source>Trong thư mục này không có gói dữ liệu nào (tệp .dvk).</source>
        <translation>There are no packages (.dvk files) in this folder.</translation>
    </message>
    <message>
        <source>Hoàn tác gói này</source>
        <translation>Undo this package</translation>
    </message>
    <message>
        <source>Xem riêng gói này</source>
        <translation>Look at this package alone</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Kiểm tra các gói</source>
        <translation>Checking the packages</translation>
    </message>
    <message>
        <source>Nhập {count} gói</source>
        <translation>Merge {count} packages</translation>
    </message>
    <message>
        <source>{count} tệp nhận được</source>
        <translation>{count} files received</translation>
    </message>
    <message>
        <source>{ready} gói sẽ nhập theo thứ tự dưới đây, {aside} tệp để riêng, {repeated} tệp đã nhập. Chưa có gì được ghi vào dữ liệu.</source>
        <translation>{ready} packages will be merged in the order below, {aside} files are set aside, {repeated} were merged before. Nothing has been stored yet.</translation>
    </message>
    <message>
        <source>Đã nhập {count} gói</source>
        <translation>{count} packages merged</translation>
    </message>
    <message>
        <source>Tổng cộng: {counts}.</source>
        <translation>In total: {counts}.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Lượt nhập dừng giữa chừng</source>
        <translation>The run stopped half-way</translation>
    </message>
    <message>
        <source>{count} xung đột chờ bạn chọn</source>
        <translation>{count} conflicts wait for your choice</translation>
    </message>
    <message>
        <source>Xử lý xung đột</source>
        <translation>Settle conflicts</translation>
    </message>
    <message>
        <source>{count} biên nhận chờ gửi lại cho nơi gửi</source>
        <translation>{count} receipts wait to go back to the senders</translation>
    </message>
    <message>
        <source>Chép ra USB…</source>
        <translation>Copy to USB stick…</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>gói số {number} của {name}</source>
        <translation>package no. {number} of {name}</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>Đơn vị phải gửi</source>
        <translation>Units that owe a package</translation>
    </message>
    <message>
        <source>Không có đơn vị cấp dưới nào phải gửi ở nội dung này.</source>
        <translation>No unit below owes anything for this content.</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Mỗi đơn vị một giấy</source>
        <translation>One letter per unit</translation>
    </message>
    <message>
        <source>Giấy đôn đốc…</source>
        <translation>Reminder letters…</translation>
    </message>
    <message>
        <source>Mở gói mới nhất</source>
        <translation>Open latest package</translation>
    </message>
    <message>
        <source>Ghi giấy đôn đốc</source>
        <translation>Write reminder letters</translation>
    </message>
    <message>
        <source>Xuất bảng theo dõi</source>
        <translation>Export the board</translation>
    </message>
    <message>
        <source>Bảng Excel</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Đã ghi {file}.</source>
        <translation>{file} is written.</translation>
    </message>
    <message>
        <source>Tìm đơn vị</source>
        <translation>Search units</translation>
    </message>
    <message>
        <source>Xuất Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>Tất cả nội dung</source>
        <translation>All content</translation>
    </message>
    <message>
        <source>Mọi tình trạng</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Cần chú ý</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <source>Đọc bảng theo dõi</source>
        <translation>Reading the board</translation>
    </message>
    <message>
        <source>cần chú ý: {count}</source>
        <translation>need a look: {count}</translation>
    </message>
    <message>
        <source>{units} đơn vị</source>
        <translation>{units} units</translation>
    </message>
    <message>
        <source>Gói mới nhất: số {number}, nhận {time}.</source>
        <translation>Latest package: no. {number}, received on {time}.</translation>
    </message>
    <message>
        <source>Gói mới nhất: số {number}, nhận {time}; thay {older} gói trước.</source>
        <translation>Latest package: no. {number}, received on {time}; it replaces {older} earlier ones.</translation>
    </message>
    <message>
        <source>Văn bản Word</source>
        <translation>Word document</translation>
    </message>
    <message>
        <source>Chọn thư mục ghi các giấy đôn đốc</source>
        <translation>Choose the folder for the reminder letters</translation>
    </message>
    <message>
        <source>Đã ghi {count} giấy đôn đốc, mỗi giấy một tệp Word và một tệp PDF.</source>
        <translation>{count} reminder letters are written, each as a Word and a PDF file.</translation>
    </message>
</context>
<context>
    <name>BulkChangeDialog</name>
    <message>
        <source>Đổi “{column}” cho nhiều đăng ký</source>
        <translation>Change “{column}” of many registrations</translation>
    </message>
    <message>
        <source>Đổi {count} đăng ký</source>
        <translation>Change {count} registrations</translation>
    </message>
    <message>
        <source>Giá trị mới của “{column}”</source>
        <translation>New value of “{column}”</translation>
    </message>
    <message>
        <source>{count} đăng ký đang khóa, giữ nguyên.</source>
        <translation>{count} registrations are closed and stay as they are.</translation>
    </message>
    <message>
        <source>Chỉ liệt kê {count} đăng ký đầu; tất cả đều được đổi.</source>
        <translation>Only the first {count} are listed; all are changed.</translation>
    </message>
    <message>
        <source>Tên mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CampaignsSection</name>
    <message>
        <source>Đợt thi đua</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>Mỗi năm một đợt, với lĩnh vực, thời hạn, mẫu chấm điểm riêng.</source>
        <translation>One for each year, with its own sectors, deadlines and scoring forms.</translation>
    </message>
    <message>
        <source>Chưa có đợt thi đua nào.</source>
        <translation>There is no campaign yet.</translation>
    </message>
    <message>
        <source>Như năm {year}</source>
        <translation>Like {year}</translation>
    </message>
    <message>
        <source>Mặc định của chương trình</source>
        <translation>Defaults of the program</translation>
    </message>
    <message>
        <source>Mở đợt mới</source>
        <translation>Open a new one</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Quy định</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Lĩnh vực, thời hạn, chỉ tiêu, mẫu chấm điểm</source>
        <translation>Sectors, deadlines, targets, scoring forms</translation>
    </message>
    <message>
        <source>Mở đợt thi đua</source>
        <translation>Open the campaign</translation>
    </message>
    <message>
        <source>Đợt đang chọn</source>
        <translation>The chosen campaign</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Đứng trên danh sách và giấy tờ</source>
        <translation>Stands on lists and papers</translation>
    </message>
    <message>
        <source>Khóa quy định…</source>
        <translation>Freeze the rules…</translation>
    </message>
    <message>
        <source>Đổi tên</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Đã mở đợt thi đua năm {year}.</source>
        <translation>The campaign of {year} is open.</translation>
    </message>
    <message>
        <source>Đã đổi tên đợt.</source>
        <translation>The campaign was renamed.</translation>
    </message>
    <message>
        <source>Khóa quy định chấm điểm của đợt này?</source>
        <translation>Freeze the scoring rules of this campaign?</translation>
    </message>
    <message>
        <source>Khóa khi bắt đầu chấm điểm: mẫu chấm và quy tắc biểu quyết không đổi được nữa. Sau đó chỉ lập được phiên bản mới, có ghi lý do.</source>
        <translation>Freeze when scoring begins: scoring forms and voting rules can no longer be changed. After that there can only be a new version, with its reason.</translation>
    </message>
    <message>
        <source>Khóa quy định</source>
        <translation>Freeze the rules</translation>
    </message>
    <message>
        <source>Đã khóa quy định.</source>
        <translation>The rules are frozen.</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Thẻ của văn phòng khác</source>
        <translation>Card of another office</translation>
    </message>
    <message>
        <source>Tôi đã gọi văn phòng này; họ đọc và cả 16 nhóm số đều khớp với số ở trên.</source>
        <translation>I have telephoned this office; they read all 16 groups, and they match those above.</translation>
    </message>
    <message>
        <source>Hoặc gõ, dán các nhóm số mà họ đã đọc</source>
        <translation>Or type or paste the groups that they have read out</translation>
    </message>
    <message>
        <source>Dấu vân tay đã nghe</source>
        <translation>Fingerprint as heard</translation>
    </message>
    <message>
        <source>Tin cậy văn phòng này</source>
        <translation>Trust this office</translation>
    </message>
    <message>
        <source>Văn phòng này đã được tin cậy với đúng khóa này. Không cần làm gì.</source>
        <translation>This office is trusted with this very key. There is nothing to do.</translation>
    </message>
    <message>
        <source>Đã tin cậy từ trước</source>
        <translation>Trusted already</translation>
    </message>
    <message>
        <source>Ai cũng có thể tạo một thẻ mang tên này. Hãy gọi số điện thoại mà bạn vẫn dùng, nhờ họ mở mục Văn phòng và đọc dấu vân tay của họ, rồi so từng nhóm.</source>
        <translation>Anybody can make a card with this name. Call the number that you always use, ask them to open Offices and read their fingerprint, and compare group by group.</translation>
    </message>
    <message>
        <source>Dấu vân tay trên thẻ</source>
        <translation>Fingerprint on the card</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CellHistoryDialog</name>
    <message>
        <source>Ai sửa “{column}” của “{name}”</source>
        <translation>Who changed “{column}” of “{name}”</translation>
    </message>
    <message>
        <source>Ô này chưa ai ghi gì.</source>
        <translation>Nobody has written anything here yet.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Người làm</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Việc đã làm</source>
        <translation>What was done</translation>
    </message>
</context>
<context>
    <name>CertificatePreview</name>
    <message>
        <source>Điều cần xem lại trước khi in</source>
        <translation>To check before printing</translation>
    </message>
    <message>
        <source>Dựng trang xem trước</source>
        <translation>Drawing the pages</translation>
    </message>
    <message>
        <source>{count} điều cần xem lại trước khi in</source>
        <translation>{count} things to check before printing</translation>
    </message>
    <message>
        <source>&amp;Sửa lời văn…</source>
        <translation>&amp;Change wording…</translation>
    </message>
</context>
<context>
    <name>CertificateScope</name>
    <message>
        <source>Lưu, in những giấy nào</source>
        <translation>Which certificates to save or print</translation>
    </message>
    <message>
        <source>Tất cả ({count})</source>
        <translation>All ({count})</translation>
    </message>
    <message>
        <source>Giấy chờ in ({count})</source>
        <translation>Waiting to be printed ({count})</translation>
    </message>
    <message>
        <source>Giấy đang chọn ({count})</source>
        <translation>Selected ({count})</translation>
    </message>
    <message>
        <source>Trang đang xem</source>
        <translation>The page shown</translation>
    </message>
</context>
<context>
    <name>CertificateWordsDialog</name>
    <message>
        <source>Sửa lời văn giấy chứng nhận số {number}</source>
        <translation>Change the wording of certificate no. {number}</translation>
    </message>
    <message>
        <source>Tên mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Tập thể, cá nhân</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Chỉ sửa lời in trên giấy; tên trong đăng ký và quyết định giữ nguyên.</source>
        <translation>Only the printed words change; the names in the registration and the decision stay.</translation>
    </message>
    <message>
        <source>Lý do sửa</source>
        <translation>Reason for the change</translation>
    </message>
    <message>
        <source>Lưu lời văn</source>
        <translation>Save wording</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>This item is required.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Danh sách giấy chứng nhận</source>
        <translation>List of certificates</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Tìm mô hình, tập thể</source>
        <translation>Find a model or a collective</translation>
    </message>
    <message>
        <source>Lập giấy chứng nhận</source>
        <translation>Make certificates</translation>
    </message>
    <message>
        <source>Lưu giấy chứng nhận</source>
        <translation>Save certificates</translation>
    </message>
    <message>
        <source>Tệp PDF</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Lưu {count} giấy chứng nhận</source>
        <translation>Saving {count} certificates</translation>
    </message>
    <message>
        <source>In {count} giấy chứng nhận</source>
        <translation>Printing {count} certificates</translation>
    </message>
    <message>
        <source>&amp;Lập giấy chứng nhận</source>
        <translation>&amp;Make certificates</translation>
    </message>
    <message>
        <source>Lưu &amp;PDF…</source>
        <translation>Save PD&amp;F…</translation>
    </message>
    <message>
        <source>&amp;In…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>Giấy chứng nhận</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Chưa có quyết định đã ký</source>
        <translation>No signed decision yet</translation>
    </message>
    <message>
        <source>Giấy chứng nhận được lập từ quyết định đã ghi số, ngày ở trang Công nhận.</source>
        <translation>Certificates are made from a decision that bears number and date on the page Recognition.</translation>
    </message>
    <message>
        <source>Quyết định này chưa có giấy chứng nhận</source>
        <translation>This decision has no certificates yet</translation>
    </message>
    <message>
        <source>Mỗi mô hình trong quyết định được một giấy, theo thứ tự danh sách kèm theo.</source>
        <translation>Each model of the decision gets one, in the order of the annex.</translation>
    </message>
    <message>
        <source>Lập, xem trước, lưu và in giấy chứng nhận.</source>
        <translation>Make, preview, save and print certificates.</translation>
    </message>
    <message>
        <source>{count} giấy · {waiting} chờ in · {printed} đã in</source>
        <translation>{count} certificates · {waiting} waiting · {printed} printed</translation>
    </message>
    <message>
        <source>Chưa chọn giấy nào để lưu hoặc in.</source>
        <translation>No certificate is selected for saving or printing.</translation>
    </message>
    <message>
        <source>Đã lưu {count} trang vào {name}.</source>
        <translation>Saved {count} pages as {name}.</translation>
    </message>
    <message>
        <source>Các giấy đã in ra tốt?</source>
        <translation>Did they come out well?</translation>
    </message>
    <message>
        <source>Đã gửi {count} trang tới máy in. Chỉ ghi nhận khi đã cầm giấy in ra và xem lại.</source>
        <translation>{count} pages went to the printer. Note them as printed only with the paper in hand.</translation>
    </message>
    <message>
        <source>Ghi nhận đã in</source>
        <translation>Note as printed</translation>
    </message>
    <message>
        <source>Đã sửa lời văn giấy chứng nhận.</source>
        <translation>The wording of the certificate was changed.</translation>
    </message>
    <message>
        <source>{count} giấy chưa in được, hãy bấm “Sửa lời văn…”:
{names}</source>
        <translation>{count} certificate(s) cannot be printed yet; press “Change wording…”:
{names}</translation>
    </message>
    <message>
        <source>Chưa in được</source>
        <translation>Cannot be printed yet</translation>
    </message>
    <message>
        <source>Tiếp tục với {count} giấy</source>
        <translation>Go on with {count} certificate(s)</translation>
    </message>
    <message>
        <source>Để lại giấy chưa in được?</source>
        <translation>Leave out what cannot be printed?</translation>
    </message>
    <message>
        <source>Đã lưu {count} giấy vào {name}; {rest} giấy chưa in được.</source>
        <translation>Saved {count} certificate(s) to {name}; {rest} cannot be printed yet.</translation>
    </message>
</context>
<context>
    <name>ColumnFilterPopup</name>
    <message>
        <source>Tìm trong các giá trị…</source>
        <translation>Search the values…</translation>
    </message>
    <message>
        <source>Chỉ các dòng để trống</source>
        <translation>Empty rows only</translation>
    </message>
    <message>
        <source>Bỏ lọc cột này</source>
        <translation>Clear this filter</translation>
    </message>
    <message>
        <source>Lọc</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Có các chữ (gõ không dấu cũng được)</source>
        <translation>Contains the words (accents may be left out)</translation>
    </message>
    <message>
        <source>Nhỏ → lớn</source>
        <translation>Small → large</translation>
    </message>
    <message>
        <source>Lớn → nhỏ</source>
        <translation>Large → small</translation>
    </message>
    <message>
        <source>Cũ → mới</source>
        <translation>Old → new</translation>
    </message>
    <message>
        <source>Mới → cũ</source>
        <translation>New → old</translation>
    </message>
    <message>
        <source>Tăng dần</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>Giảm dần</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>A → Z</source>
        <translation>A → Z</translation>
    </message>
    <message>
        <source>Z → A</source>
        <translation>Z → A</translation>
    </message>
    <message>
        <source>Không có giá trị nào như vậy.</source>
        <translation>There are no such values.</translation>
    </message>
    <message>
        <source>Còn nhiều giá trị nữa, hãy gõ thêm để tìm.</source>
        <translation>There are many more values; type more to find one.</translation>
    </message>
    <message>
        <source>Còn {count} giá trị nữa, gõ để tìm.</source>
        <translation>{count} more values; type to find one.</translation>
    </message>
    <message>
        <source>Đang đọc các giá trị…</source>
        <translation>Reading the values…</translation>
    </message>
</context>
<context>
    <name>ColumnFiltering</name>
    <message>
        <source>Lọc theo cột này… (Alt+↓)</source>
        <translation>Filter by this column… (Alt+↓)</translation>
    </message>
    <message>
        <source>Sắp xếp theo nhiều cột…</source>
        <translation>Sort by several columns…</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Bảng trong tệp</source>
        <translation>Table in the file</translation>
    </message>
    <message>
        <source>Quên phần đã sửa</source>
        <translation>Forget the corrections</translation>
    </message>
    <message>
        <source>Bỏ mọi sửa đổi của dạng bảng này; chương trình tự hiểu lại từ đầu</source>
        <translation>Drops all corrections of this layout; the program works it out again from the start</translation>
    </message>
    <message>
        <source>Các cột của bảng</source>
        <translation>Columns of the table</translation>
    </message>
    <message>
        <source>Không thấy bảng nào trong tệp này.</source>
        <translation>No table was found in this file.</translation>
    </message>
    <message>
        <source>Trang “{sheet}”, {count} mô hình</source>
        <translation>Sheet “{sheet}”, {count} models</translation>
    </message>
    <message>
        <source>Tệp mẫu: các cột được nhận theo mã ẩn, không phải sửa.</source>
        <translation>A template: its columns are known by hidden keys, there is nothing to correct.</translation>
    </message>
    <message>
        <source>Tiêu đề ở dòng {row}. Phần đã sửa được nhớ cho {unit} khi nhập.</source>
        <translation>Header in row {row}. What you corrected is remembered for {unit} on import.</translation>
    </message>
    <message>
        <source>Tiêu đề ở dòng {row}. Sửa ở đây dùng cho cả {count} bảng cùng dạng.</source>
        <translation>Header in row {row}. A correction counts for all {count} tables of this layout.</translation>
    </message>
    <message>
        <source>Tiêu đề ở dòng {row}.</source>
        <translation>Header in row {row}.</translation>
    </message>
    <message>
        <source>Trang “{sheet}”, tiêu đề ở dòng {row}, {count} mô hình.</source>
        <translation>Sheet “{sheet}”, header in row {row}, {count} models.</translation>
    </message>
    <message>
        <source>– Không nhận cột này –</source>
        <translation>– Leave this column out –</translation>
    </message>
    <message>
        <source>{item} (đánh dấu x)</source>
        <translation>{item} (crossed)</translation>
    </message>
    <message>
        <source>Cột {letters} được hiểu là</source>
        <translation>Column {letters} is taken for</translation>
    </message>
    <message>
        <source>Bảng mã của cột {letters}:</source>
        <translation>Encoding of column {letters}:</translation>
    </message>
    <message>
        <source>{encoding} (tự nhận)</source>
        <translation>{encoding} (recognised)</translation>
    </message>
</context>
<context>
    <name>ConflictsPanel</name>
    <message>
        <source>Xung đột chờ xử lý</source>
        <translation>Open conflicts</translation>
    </message>
    <message>
        <source>Đang có ở đây</source>
        <translation>Held here</translation>
    </message>
    <message>
        <source>Giữ giá trị này</source>
        <translation>Keep this value</translation>
    </message>
    <message>
        <source>Trong gói</source>
        <translation>In the package</translation>
    </message>
    <message>
        <source>Lấy giá trị này</source>
        <translation>Take this value</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Không có xung đột</source>
        <translation>No conflicts</translation>
    </message>
    <message>
        <source>Khi hai văn phòng cùng sửa một mục theo hai cách, cả hai giá trị được giữ lại và chờ bạn chọn ở đây. Không giá trị nào bị ghi đè.</source>
        <translation>When two offices change one item in two ways, both values are kept and wait here for you to choose. Nothing is overwritten.</translation>
    </message>
    <message>
        <source>Hoặc ghi giá trị khác</source>
        <translation>Or write another value</translation>
    </message>
    <message>
        <source>Dùng giá trị vừa ghi</source>
        <translation>Use this value</translation>
    </message>
    <message>
        <source>Hai nơi đã sửa cùng một mục. Mô hình còn xung đột chưa ra quyết định và chưa in giấy được. Chọn xong, các văn phòng khác không phải chọn lại.</source>
        <translation>Both sides changed the same item. While a model has a conflict, it cannot be decided on or printed. Once you have chosen, no other office has to choose again.</translation>
    </message>
    <message>
        <source>văn phòng này</source>
        <translation>this office</translation>
    </message>
    <message>
        <source>{name} sửa lúc {time}</source>
        <translation>changed by {name} on {time}</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>Đã xử lý xung đột ở “{name}”.</source>
        <translation>The conflict at “{name}” is settled.</translation>
    </message>
    <message>
        <source>Không có xung đột nào như vậy.</source>
        <translation>There are no such conflicts.</translation>
    </message>
    <message>
        <source>Tìm xung đột</source>
        <translation>Search conflicts</translation>
    </message>
    <message>
        <source>Gói mang xung đột tới</source>
        <translation>Package that brought the conflicts</translation>
    </message>
    <message>
        <source>Giữ tất cả ở đây…</source>
        <translation>Keep all held here…</translation>
    </message>
    <message>
        <source>Lấy tất cả trong gói…</source>
        <translation>Take all of the package…</translation>
    </message>
    <message>
        <source>Giữ {count} giá trị</source>
        <translation>Keep {count} values</translation>
    </message>
    <message>
        <source>Lấy {count} giá trị</source>
        <translation>Take {count} values</translation>
    </message>
    <message>
        <source>Đã xử lý {count} xung đột.</source>
        <translation>{count} conflicts are settled.</translation>
    </message>
    <message>
        <source>Xử lý xung đột</source>
        <translation>Settle conflicts</translation>
    </message>
    <message>
        <source>{package}, ghi lúc {made}, nhập lúc {time}</source>
        <translation>{package}, written on {made}, merged on {time}</translation>
    </message>
    <message>
        <source>{package}: giữ giá trị ở đây cho {count} xung đột?</source>
        <translation>{package}: keep the values held here for {count} conflicts?</translation>
    </message>
    <message>
        <source>{package}: lấy giá trị trong gói cho {count} xung đột?</source>
        <translation>{package}: take the values of the package for {count} conflicts?</translation>
    </message>
</context>
<context>
    <name>ContinuingDialog</name>
    <message>
        <source>Tiếp tục mô hình năm trước</source>
        <translation>Go on with last year&apos;s models</translation>
    </message>
    <message>
        <source>Mô hình năm trước</source>
        <translation>Last year&apos;s models</translation>
    </message>
    <message>
        <source>Không còn mô hình nào của năm trước để tiếp tục.</source>
        <translation>No model of last year is left to go on with.</translation>
    </message>
    <message>
        <source>Tất cả đơn vị</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Mỗi mô hình được chọn thành một bản nháp loại duy trì của năm nay, kèm nội dung đã ghi năm {year}; số liệu và ngày nhận để ghi mới.</source>
        <translation>Each chosen model becomes a draft of this year to be maintained, with what was written in {year}; figures and the day of receipt are left to be entered.</translation>
    </message>
    <message>
        <source>Chọn hết</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>Bỏ chọn</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tiếp tục {count} mô hình</source>
        <translation>Go on with {count} models</translation>
    </message>
    <message>
        <source>Đã lập {count} bản nháp từ mô hình năm trước.</source>
        <translation>{count} drafts were made from last year&apos;s models.</translation>
    </message>
</context>
<context>
    <name>CouncilPanel</name>
    <message>
        <source>Phiên họp</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Tìm mô hình, đơn vị</source>
        <translation>Find a model or a unit</translation>
    </message>
    <message>
        <source>Kiểm phiếu</source>
        <translation>Count of ballots</translation>
    </message>
    <message>
        <source>Chưa có mô hình nào đã chấm điểm để Hội đồng biểu quyết.</source>
        <translation>No model has been scored yet for the council to vote on.</translation>
    </message>
    <message>
        <source>Bỏ số phiếu chưa khớp?</source>
        <translation>Drop counts that do not add up?</translation>
    </message>
    <message>
        <source>{count} mô hình có số phiếu không khớp nên chưa được lưu.</source>
        <translation>The counts of {count} models do not add up and are not stored.</translation>
    </message>
    <message>
        <source>Bỏ số phiếu</source>
        <translation>Drop the counts</translation>
    </message>
    <message>
        <source>Ghi đồng ý hết cho {count} mô hình?</source>
        <translation>Count all ballots as agreeing for {count} models?</translation>
    </message>
    <message>
        <source>
… và {count} mô hình nữa</source>
        <translation>
… and {count} more</translation>
    </message>
    <message>
        <source>

{count} mô hình đã có số phiếu sẽ bị ghi lại.</source>
        <translation>

{count} models that have a count will be counted anew.</translation>
    </message>
    <message>
        <source>Ghi đồng ý hết</source>
        <translation>Count all as agreeing</translation>
    </message>
    <message>
        <source>Đã ghi {counted}/{all} mô hình, {passed} mô hình được thông qua. Sau khi kết thúc, kết quả biểu quyết không sửa được nữa.</source>
        <translation>Counted {counted} of {all} models, {passed} passed. Once the meeting is closed the counts can no longer be changed.</translation>
    </message>
    <message>
        <source>Kết thúc phiên họp</source>
        <translation>Close the meeting</translation>
    </message>
    <message>
        <source>Kết thúc phiên họp này?</source>
        <translation>Close this meeting?</translation>
    </message>
    <message>
        <source>Đã kết thúc phiên họp; sang bước lập quyết định.</source>
        <translation>The meeting is closed; go on to the decision.</translation>
    </message>
    <message>
        <source>&amp;Mở phiên họp mới…</source>
        <translation>&amp;Open a new meeting…</translation>
    </message>
    <message>
        <source>Đồng ý &amp;hết</source>
        <translation>All &amp;agree</translation>
    </message>
    <message>
        <source>Ghi mọi phiếu đồng ý cho các mô hình đang chọn; rồi sửa mô hình khác ý kiến.</source>
        <translation>Counts every ballot as agreeing for the selected models; then correct those that differ.</translation>
    </message>
    <message>
        <source>&amp;Kết thúc phiên họp</source>
        <translation>&amp;Close the meeting</translation>
    </message>
    <message>
        <source>Chưa có phiên họp nào</source>
        <translation>No meeting yet</translation>
    </message>
    <message>
        <source>Mở phiên họp với danh sách thành viên, rồi ghi kết quả kiểm phiếu.</source>
        <translation>Open a meeting with its members, then enter the counts of ballots.</translation>
    </message>
    <message>
        <source>Mở phiên họp…</source>
        <translation>Open a meeting…</translation>
    </message>
    <message>
        <source>Đã kết thúc</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Đang họp</source>
        <translation>In session</translation>
    </message>
    <message>
        <source>trên {share}</source>
        <translation>more than {share}</translation>
    </message>
    <message>
        <source>từ {share}</source>
        <translation>at least {share}</translation>
    </message>
    <message>
        <source>Có mặt {present}/{members} · thông qua khi {needed} đồng ý ({base})</source>
        <translation>Present {present}/{members} · passes when {needed} agree ({base})</translation>
    </message>
    <message>
        <source>Tất cả ({count})</source>
        <translation>All ({count})</translation>
    </message>
    <message>
        <source>Chưa ghi ({count})</source>
        <translation>Not counted ({count})</translation>
    </message>
    <message>
        <source>Thông qua ({count})</source>
        <translation>Passed ({count})</translation>
    </message>
    <message>
        <source>Không thông qua ({count})</source>
        <translation>Not passed ({count})</translation>
    </message>
    <message>
        <source>Đồng ý &amp;hết ({count})</source>
        <translation>All &amp;agree ({count})</translation>
    </message>
    <message>
        <source>Đang chọn {count} mô hình.</source>
        <translation>{count} models are selected.</translation>
    </message>
    <message>
        <source>Chọn một ô rồi gõ số phiếu; Enter xuống, Tab sang.</source>
        <translation>Choose a cell and type the count; Enter goes down, Tab goes right.</translation>
    </message>
</context>
<context>
    <name>CountedDialog</name>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Nhật ký đầy đủ: {path}</source>
        <translation>Full log: {path}</translation>
    </message>
    <message>
        <source>Đã sao chép</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi</source>
        <translation>The program has failed</translation>
    </message>
    <message>
        <source>Xin lỗi, chương trình vừa gặp một lỗi không lường trước.</source>
        <translation>Sorry, the program has met an unexpected fault.</translation>
    </message>
    <message>
        <source>Việc đang làm dở chưa được lưu; những gì đã lưu trước đó không bị ảnh hưởng. Bạn có thể tiếp tục làm việc. Nếu lỗi lặp lại, hãy sao chép phần chi tiết dưới đây và gửi cho người hỗ trợ.</source>
        <translation>The work in hand was not saved; what had been saved before is not affected. You may go on working. If it happens again, please copy the details below and send them to your support.</translation>
    </message>
    <message>
        <source>Chi tiết lỗi</source>
        <translation>Details of the fault</translation>
    </message>
    <message>
        <source>Sao chép chi tiết</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Tiếp tục làm việc</source>
        <translation>Go on working</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Chọn trên lịch</source>
        <translation>Choose from a calendar</translation>
    </message>
</context>
<context>
    <name>DeadlineList</name>
    <message>
        <source>Chưa đặt thời hạn nào.</source>
        <translation>No deadlines are set.</translation>
    </message>
    <message>
        <source>{count} đơn vị được gia hạn</source>
        <translation>{count} units have an extension</translation>
    </message>
    <message>
        <source>đã qua</source>
        <translation>past</translation>
    </message>
</context>
<context>
    <name>DeadlinesSection</name>
    <message>
        <source>Thời hạn</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Nộp sau hạn vẫn nhận và ghi là muộn; có ngày khóa thì sau ngày đó không nhận.</source>
        <translation>What comes after the deadline is taken and marked late; after a closing date nothing is taken.</translation>
    </message>
    <message>
        <source>Đúng hạn đến hết ngày</source>
        <translation>On time until the end of</translation>
    </message>
    <message>
        <source>Khóa sau ngày</source>
        <translation>Closed after</translation>
    </message>
    <message>
        <source>Lưu thời hạn</source>
        <translation>Save deadlines</translation>
    </message>
    <message>
        <source>Đã lưu thời hạn.</source>
        <translation>The deadlines are saved.</translation>
    </message>
    <message>
        <source>Hãy nhập ngày/tháng/năm.</source>
        <translation>Please enter day/month/year.</translation>
    </message>
    <message>
        <source>Bước này cần có hạn.</source>
        <translation>This step needs a deadline.</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ký hiệu cơ quan</source>
        <translation>Symbol of the body</translation>
    </message>
    <message>
        <source>Thể thức</source>
        <translation>Layout rules</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signatory</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Legal bases</translation>
    </message>
    <message>
        <source>Mỗi căn cứ một dòng.</source>
        <translation>One on each line.</translation>
    </message>
    <message>
        <source>Về việc công nhận mô hình “Dân vận khéo” {years}</source>
        <translation>Về việc công nhận mô hình “Dân vận khéo” {years}</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill in this item.</translation>
    </message>
    <message>
        <source>Cần điền địa danh, ví dụ Yên Mô.</source>
        <translation>Please fill in the place, such as Yên Mô.</translation>
    </message>
    <message>
        <source>Thêm người ký ở trang Thiết lập rồi chọn.</source>
        <translation>Add a signatory on the page Settings, then choose one.</translation>
    </message>
    <message>
        <source>Thêm người ký ở trang Thiết lập</source>
        <translation>Add a signatory in Settings</translation>
    </message>
    <message>
        <source>Chưa có người ký</source>
        <translation>No signatory yet</translation>
    </message>
</context>
<context>
    <name>DecisionList</name>
    <message>
        <source>Các quyết định</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Danh sách kèm theo</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>Số {number}, ngày {day}, công nhận {count} mô hình. Sau khi ghi, quyết định không sửa được nữa.</source>
        <translation>Number {number} of {day}, recognising {count} models. After this the decision can no longer be changed.</translation>
    </message>
    <message>
        <source>Ghi nhận quyết định đã ký?</source>
        <translation>Record the decision as signed?</translation>
    </message>
    <message>
        <source>Ghi số và ngày ký</source>
        <translation>Record number and date</translation>
    </message>
    <message>
        <source>Ghi nhận quyết định đã ký</source>
        <translation>Recording the signed decision</translation>
    </message>
    <message>
        <source>Bỏ dự thảo này?</source>
        <translation>Throw this draft away?</translation>
    </message>
    <message>
        <source>Các mô hình trở lại danh sách chờ quyết định.</source>
        <translation>Its models go back to those that wait for a decision.</translation>
    </message>
    <message>
        <source>Bỏ dự thảo</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Đưa lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Đưa xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>&amp;Bỏ dự thảo</source>
        <translation>&amp;Throw away</translation>
    </message>
    <message>
        <source>&amp;Ghi số và ngày ký</source>
        <translation>&amp;Record number and date</translation>
    </message>
    <message>
        <source>&amp;Số</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>&amp;Ngày ký</source>
        <translation>Signed &amp;on</translation>
    </message>
    <message>
        <source>Chưa có quyết định nào</source>
        <translation>No decision yet</translation>
    </message>
    <message>
        <source>Chọn các mô hình được công nhận ở bước Lập quyết định.</source>
        <translation>Choose the models to be recognised in the step Decision.</translation>
    </message>
    <message>
        <source>Chưa có số</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>người ký: {name}</source>
        <translation>signed by {name}</translation>
    </message>
    <message>
        <source>Đã ghi số và ngày ký; có thể lập giấy chứng nhận.</source>
        <translation>Number and date are recorded; certificates can be made.</translation>
    </message>
    <message>
        <source>

{count} mô hình chưa có điểm hội đồng:
{names}</source>
        <translation>

{count} model(s) without points from the council:
{names}</translation>
    </message>
    <message>
        <source>

{count} điều cần sửa lời văn ở trang Giấy chứng nhận trước khi in:
{names}</source>
        <translation>

{count} thing(s) to mend on the Certificates page before printing:
{names}</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Mô hình chờ quyết định</source>
        <translation>Models that wait for a decision</translation>
    </message>
    <message>
        <source>Không có mô hình nào ở mục này.</source>
        <translation>There is no model here.</translation>
    </message>
    <message>
        <source>Tìm mô hình, đơn vị</source>
        <translation>Find a model or a unit</translation>
    </message>
    <message>
        <source>năm {year}</source>
        <translation>năm {year}</translation>
    </message>
    <message>
        <source>giai đoạn {first}-{last}</source>
        <translation>giai đoạn {first}-{last}</translation>
    </message>
    <message>
        <source>Lập dự thảo quyết định công nhận {count} mô hình?</source>
        <translation>Draft a decision that recognises {count} models?</translation>
    </message>
    <message>
        <source>Lập dự thảo</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Không công nhận {count} mô hình?</source>
        <translation>Not recognise {count} models?</translation>
    </message>
    <message>
        <source>Lý do (ghi vào từng mô hình)</source>
        <translation>Reason (recorded with each model)</translation>
    </message>
    <message>
        <source>Không công nhận</source>
        <translation>Not recognise</translation>
    </message>
    <message>
        <source>Chọn hết mục đang &amp;hiện</source>
        <translation>Tick all that are &amp;shown</translation>
    </message>
    <message>
        <source>&amp;Không công nhận…</source>
        <translation>&amp;Not recognise…</translation>
    </message>
    <message>
        <source>Lập &amp;dự thảo quyết định…</source>
        <translation>&amp;Draft the decision…</translation>
    </message>
    <message>
        <source>Mọi kết quả ({count})</source>
        <translation>Any outcome ({count})</translation>
    </message>
    <message>
        <source>Mọi xếp loại</source>
        <translation>Any rank</translation>
    </message>
    <message>
        <source>Đã chọn {count} mô hình</source>
        <translation>{count} models ticked</translation>
    </message>
    <message>
        <source>Đã lập dự thảo; xem lại thứ tự rồi ký, ghi số.</source>
        <translation>The draft is made; check the order, then record number and date.</translation>
    </message>
    <message>
        <source>Đã ghi nhận không công nhận {count} mô hình.</source>
        <translation>{count} models are recorded as not recognised.</translation>
    </message>
    <message>
        <source> · {count} chưa có điểm hội đồng</source>
        <translation> · {count} without points from the council</translation>
    </message>
    <message>
        <source>{names}

Vẫn ký được; sửa lời văn ở trang Giấy chứng nhận trước khi in.</source>
        <translation>{names}

The decision can still be signed; change the wording on the Certificates page before printing.</translation>
    </message>
    <message>
        <source>{count} điều cần xem lại trước khi in giấy chứng nhận</source>
        <translation>{count} thing(s) to look at before certificates are printed</translation>
    </message>
</context>
<context>
    <name>DissolveDialog</name>
    <message>
        <source>Giải thể đơn vị</source>
        <translation>Dissolve a unit</translation>
    </message>
    <message>
        <source>Giải thể từ ngày</source>
        <translation>Dissolved from</translation>
    </message>
    <message>
        <source>Theo quyết định. Đăng ký và giấy tờ trước ngày này giữ nguyên.</source>
        <translation>As the decision says. Registrations and papers from before stay as they are.</translation>
    </message>
    <message>
        <source>Giải thể</source>
        <translation>Dissolve</translation>
    </message>
    <message>
        <source>Giải thể “{name}”?</source>
        <translation>Dissolve “{name}”?</translation>
    </message>
    <message>
        <source>Hãy nhập ngày/tháng/năm.</source>
        <translation>Please enter day/month/year.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DuplicateGroupView</name>
    <message>
        <source>Không trùng</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>Là nhân rộng</source>
        <translation>A replication</translation>
    </message>
    <message>
        <source>Chọn bản giữ lại, rồi quyết định ở dưới.</source>
        <translation>Choose the one to keep, then decide below.</translation>
    </message>
    <message>
        <source>Thường là hai mô hình khác nhau. Xem kỹ trước khi gộp.</source>
        <translation>Usually these are different models. Look closely before merging.</translation>
    </message>
    <message>
        <source>Các bản kia là nhân rộng mô hình của bản đang chọn; mọi bản đều giữ lại</source>
        <translation>The others replicate the model of the chosen one; all are kept</translation>
    </message>
    <message>
        <source>Là các mô hình khác nhau; chương trình nhớ và không hỏi lại</source>
        <translation>These are different models; the program remembers and does not ask again</translation>
    </message>
    <message>
        <source>Giữ bản này</source>
        <translation>Keep this one</translation>
    </message>
    <message>
        <source>Giữ bản này: {name}</source>
        <translation>Keep this one: {name}</translation>
    </message>
    <message>
        <source>Đưa ra khỏi nhóm</source>
        <translation>Take out of the group</translation>
    </message>
    <message>
        <source>Mở phiếu</source>
        <translation>Open the form</translation>
    </message>
    <message>
        <source>chủ trì: {body}</source>
        <translation>led by {body}</translation>
    </message>
    <message>
        <source>Chưa ghi nội dung.</source>
        <translation>No content yet.</translation>
    </message>
    <message>
        <source>Trùng: gộp vào bản giữ lại</source>
        <translation>The same: merge into the one kept</translation>
    </message>
    <message>
        <source>Trùng: gộp {count} bản kia vào bản giữ lại</source>
        <translation>The same: merge the other {count} into the one kept</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Rà soát trùng lặp</source>
        <translation>Review duplicates</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>Rà soát trùng lặp</source>
        <translation>Review duplicates</translation>
    </message>
    <message>
        <source>Các nhóm nghi trùng</source>
        <translation>Groups of possible duplicates</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đang so các tên mô hình…</source>
        <translation>Comparing the names of models…</translation>
    </message>
    <message>
        <source>Bản giữ lại: “{name}” của {unit}. Các bản kia chuyển sang “Đã gộp”, vẫn giữ nội dung và lịch sử, không còn tính vào tổng hợp. Có thể hoàn tác.</source>
        <translation>Kept: “{name}” of {unit}. The others become “Merged”; they keep content and history but no longer count in totals. This can be undone.</translation>
    </message>
    <message>
        <source>Gộp {count} đăng ký?</source>
        <translation>Merge {count} registrations?</translation>
    </message>
    <message>
        <source>Gộp</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Đã gộp vào “{name}”.</source>
        <translation>Merged into “{name}”.</translation>
    </message>
    <message>
        <source>Đã ghi là nhân rộng; mọi bản đều giữ lại.</source>
        <translation>Noted as a replication; all are kept.</translation>
    </message>
    <message>
        <source>Đã nhớ là không trùng; nhóm này không hỏi lại nữa.</source>
        <translation>Remembered as different; this group is not asked about again.</translation>
    </message>
    <message>
        <source>Đã đưa một đăng ký ra khỏi nhóm; các bản còn lại vẫn chờ xem.</source>
        <translation>One registration was taken out of the group; the others still wait.</translation>
    </message>
    <message>
        <source>{count} nhóm nghi trùng chờ quyết định. Cùng tên ở hai đơn vị thường không phải trùng.</source>
        <translation>{count} groups of possible duplicates wait for a decision. The same name in two units is usually no duplicate.</translation>
    </message>
    <message>
        <source>Cả {count} nhóm thường không trùng</source>
        <translation>Also the {count} groups that usually are no duplicates</translation>
    </message>
    <message>
        <source>Không còn nhóm nào nghi trùng.</source>
        <translation>No possible duplicates are left.</translation>
    </message>
</context>
<context>
    <name>ExceptionsSection</name>
    <message>
        <source>Gia hạn cho đơn vị</source>
        <translation>More time for a unit</translation>
    </message>
    <message>
        <source>Thay thời hạn chung cho riêng một đơn vị; phải ghi lý do.</source>
        <translation>Replaces the common dates for one unit; a reason is needed.</translation>
    </message>
    <message>
        <source>Thêm gia hạn</source>
        <translation>Add an exception</translation>
    </message>
    <message>
        <source>Gia hạn</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Mọi đơn vị theo thời hạn chung.</source>
        <translation>All units follow the common dates.</translation>
    </message>
    <message>
        <source>Chưa chọn</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Đúng hạn đến hết ngày</source>
        <translation>On time until the end of</translation>
    </message>
    <message>
        <source>Khóa sau ngày</source>
        <translation>Closed after</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Bỏ gia hạn</source>
        <translation>Remove the exception</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>Hãy nhập ngày/tháng/năm.</source>
        <translation>Please enter day/month/year.</translation>
    </message>
    <message>
        <source>Đã gia hạn cho {unit}.</source>
        <translation>{unit} has been given more time.</translation>
    </message>
    <message>
        <source>Bỏ gia hạn của {unit}?</source>
        <translation>Remove the exception of {unit}?</translation>
    </message>
    <message>
        <source>Đơn vị theo thời hạn chung; đăng ký nộp muộn được tính lại.</source>
        <translation>The unit follows the common dates; late registrations are counted anew.</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Gửi, nhận dữ liệu</source>
        <translation>Send and receive</translation>
    </message>
    <message>
        <source>Trao đổi với văn phòng khác bằng tệp, qua thư điện tử hoặc USB.</source>
        <translation>Exchange with other offices by file, by email or USB stick.</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Nhận gói</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Tệp của đơn vị</source>
        <translation>Unit files</translation>
    </message>
    <message>
        <source>Xung đột</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Văn phòng</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Xung đột ({count})</source>
        <translation>Conflicts ({count})</translation>
    </message>
    <message>
        <source>Theo dõi</source>
        <translation>Board</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Tất cả tệp</source>
        <translation>All files</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Tệp nhận được</source>
        <translation>Accepted files</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Chọn tệp</source>
        <translation>Choose files</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Bỏ tất cả bộ lọc</source>
        <translation>Clear all filters</translation>
    </message>
    <message>
        <source>Bỏ điều kiện: {words}</source>
        <translation>Remove the condition: {words}</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>Dân vận khéo</source>
        <translation>Dân vận khéo</translation>
    </message>
    <message>
        <source>Dữ liệu sẽ nằm ở {folder}</source>
        <translation>The data will be in {folder}</translation>
    </message>
    <message>
        <source>Cả năm thi đua của một văn phòng, trên một máy tính, không cần mạng.</source>
        <translation>The whole year of one office, on one computer, without a network.</translation>
    </message>
    <message>
        <source>Mở thư mục dữ liệu đã có…</source>
        <translation>Open an existing data folder…</translation>
    </message>
    <message>
        <source>Bắt đầu với Dân vận khéo</source>
        <translation>Begin with Dân vận khéo</translation>
    </message>
    <message>
        <source>Lập văn phòng của tôi</source>
        <translation>Set up my office</translation>
    </message>
    <message>
        <source>Lập văn phòng</source>
        <translation>Set up the office</translation>
    </message>
    <message>
        <source>Xem thử năm mẫu</source>
        <translation>Look at the sample year</translation>
    </message>
    <message>
        <source>Một năm trọn vẹn của huyện Yên Mô: 138 đăng ký của 26 đơn vị, chấm điểm, công nhận, giấy chứng nhận. Chỉ để tập, không lẫn với dữ liệu thật.</source>
        <translation>A whole year of Yên Mô district: 138 registrations of 26 units, scores, recognition, certificates. For practice only, apart from real data.</translation>
    </message>
    <message>
        <source>Xem năm mẫu</source>
        <translation>See the sample year</translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Máy mới, hoặc máy cũ bị hỏng: chọn tệp sao lưu, chương trình kiểm tra rồi dựng lại toàn bộ dữ liệu.</source>
        <translation>A new computer, or the old one broke: choose the backup file; the program checks it and rebuilds all data.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu…</source>
        <translation>Choose a backup…</translation>
    </message>
    <message>
        <source>Bản sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Mọi tệp</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Chọn thư mục dữ liệu</source>
        <translation>Choose a data folder</translation>
    </message>
    <message>
        <source>Điền cấp, mã, tên văn phòng và năm thi đua. Cấp trên đã gửi gói triển khai thì lập từ gói: có sẵn đơn vị, đợt thi đua, phiếu chấm.</source>
        <translation>Enter level, code, name of the office and the year. If the office above has sent a deployment package, set up from it: units, campaign and scoring forms come along.</translation>
    </message>
    <message>
        <source>Từ gói của cấp trên…</source>
        <translation>From the package of the office above…</translation>
    </message>
    <message>
        <source>Gói dữ liệu</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Chọn gói của cấp trên</source>
        <translation>Choose the package of the office above</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>1. Khai báo đơn vị</source>
        <translation>1. Enter the units</translation>
    </message>
    <message>
        <source>Lấy danh sách từ tệp Excel có sẵn, hoặc nhập từng đơn vị.</source>
        <translation>Take the list from an Excel file that you have, or enter them one by one.</translation>
    </message>
    <message>
        <source>Sang trang Đơn vị</source>
        <translation>Go to Units</translation>
    </message>
    <message>
        <source>2. Mở đợt thi đua</source>
        <translation>2. Open the campaign</translation>
    </message>
    <message>
        <source>Chọn năm; lĩnh vực, thời hạn và phiếu chấm có mẫu sẵn để sửa.</source>
        <translation>Choose the year; sectors, deadlines and scoring forms come as examples to adapt.</translation>
    </message>
    <message>
        <source>Sang trang Thiết lập</source>
        <translation>Go to Settings</translation>
    </message>
    <message>
        <source>3. Nhận đăng ký</source>
        <translation>3. Take in registrations</translation>
    </message>
    <message>
        <source>Thả các tệp Excel, Word mà đơn vị gửi vào trang Đăng ký, hoặc nhập tay.</source>
        <translation>Drop the Excel and Word files that units send onto the Registrations page, or type them.</translation>
    </message>
    <message>
        <source>Sang trang Đăng ký</source>
        <translation>Go to Registrations</translation>
    </message>
    <message>
        <source>Đã có {count} đơn vị.</source>
        <translation>{count} units so far.</translation>
    </message>
    <message>
        <source>Đã mở đợt thi đua.</source>
        <translation>The campaign is open.</translation>
    </message>
</context>
<context>
    <name>FormOffers</name>
    <message>
        <source>Bỏ phần gõ dở?</source>
        <translation>Discard what was typed?</translation>
    </message>
    <message>
        <source>Phần gõ dở của “{name}” sẽ mất.</source>
        <translation>What was typed in “{name}” and not saved will be lost.</translation>
    </message>
    <message>
        <source>Bỏ phần gõ dở</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <source>{item}: nay đang lưu “{stored}”, phần gõ dở “{typed}”.</source>
        <translation>{item}: now saved as “{stored}”, typed as “{typed}”.</translation>
    </message>
    <message>
        <source>{item}: mục này nay không sửa được; phần gõ dở “{typed}”.</source>
        <translation>{item}: can no longer be changed; typed as “{typed}”.</translation>
    </message>
    <message>
        <source>Phiếu đã thay đổi sau khi gõ dở</source>
        <translation>The form has changed since this was typed</translation>
    </message>
    <message>
        <source>Còn phần gõ dở lúc {time} của “{name}”, chưa lưu.</source>
        <translation>“{name}” was being typed at {time} and is not saved.</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Đăng ký mới</source>
        <translation>New registration</translation>
    </message>
</context>
<context>
    <name>FoundingForm</name>
    <message>
        <source>Hai cấp: tỉnh – xã (từ 01/7/2025)</source>
        <translation>Two tiers: province – commune (from 1/7/2025)</translation>
    </message>
    <message>
        <source>Ba cấp: tỉnh – huyện – xã (đến 30/6/2025)</source>
        <translation>Three tiers: province – district – commune (until 30/6/2025)</translation>
    </message>
    <message>
        <source>Hệ thống chính quyền</source>
        <translation>System of government</translation>
    </message>
    <message>
        <source>Văn phòng ở cấp</source>
        <translation>Level of the office</translation>
    </message>
    <message>
        <source>Tên văn phòng</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Mã văn phòng</source>
        <translation>Code of the office</translation>
    </message>
    <message>
        <source>Năm thi đua</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Danh sách đơn vị (nếu có)</source>
        <translation>List of units (if there is one)</translation>
    </message>
    <message>
        <source>Tệp Excel có cột mã, tên, cấp trên. Có thể nhập sau ở trang Đơn vị</source>
        <translation>An Excel file with columns for code, name, unit above. It can be taken in later on the page Units</translation>
    </message>
    <message>
        <source>Chưa chọn tệp</source>
        <translation>No file chosen</translation>
    </message>
    <message>
        <source>Tệp danh sách đơn vị</source>
        <translation>File with the list of units</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Lập văn phòng của tôi</source>
        <translation>Set up my office</translation>
    </message>
    <message>
        <source>Mọi mục đều sửa được sau này ở trang Thiết lập, trừ cấp và mã.</source>
        <translation>Everything but level and code can be changed later on the page Settings.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lập văn phòng</source>
        <translation>Set up the office</translation>
    </message>
    <message>
        <source>Bảng tính</source>
        <translation>Workbooks</translation>
    </message>
    <message>
        <source>Chọn danh sách đơn vị</source>
        <translation>Choose a list of units</translation>
    </message>
    <message>
        <source>Cần điền tên văn phòng.</source>
        <translation>Please enter the name of the office.</translation>
    </message>
    <message>
        <source>Cần điền mã văn phòng.</source>
        <translation>Please enter the code of the office.</translation>
    </message>
    <message>
        <source>Không có tệp này. Hãy chọn lại, hoặc để trống.</source>
        <translation>There is no such file. Please choose again, or leave it empty.</translation>
    </message>
    <message>
        <source>Chữ không dấu và số, ví dụ: YENMO; không đổi được về sau</source>
        <translation>Plain letters and digits, for example YENMO; cannot be changed later</translation>
    </message>
    <message>
        <source>Ban Tuyên giáo và Dân vận Tỉnh ủy Ninh Bình</source>
        <translation>Ban Tuyên giáo và Dân vận Tỉnh ủy Ninh Bình</translation>
    </message>
    <message>
        <source>Ban Xây dựng Đảng Đảng ủy xã Yên Mô</source>
        <translation>Ban Xây dựng Đảng Đảng ủy xã Yên Mô</translation>
    </message>
    <message>
        <source>Ban Dân vận Tỉnh ủy Ninh Bình</source>
        <translation>Ban Dân vận Tỉnh ủy Ninh Bình</translation>
    </message>
    <message>
        <source>Ban Dân vận Huyện ủy Yên Mô</source>
        <translation>Ban Dân vận Huyện ủy Yên Mô</translation>
    </message>
    <message>
        <source>Khối Dân vận xã Yên Phong</source>
        <translation>Khối Dân vận xã Yên Phong</translation>
    </message>
    <message>
        <source>Chi bộ thôn Bình Hải</source>
        <translation>Chi bộ thôn Bình Hải</translation>
    </message>
    <message>
        <source>In trên giấy tờ, ví dụ: {name}</source>
        <translation>Printed on papers, for example: {name}</translation>
    </message>
    <message>
        <source>Chỉ dùng chữ không dấu, chữ số và các dấu . - _</source>
        <translation>Use only plain letters, digits and the signs . - _</translation>
    </message>
</context>
<context>
    <name>FoundingOfferDialog</name>
    <message>
        <source>Lập văn phòng từ gói của cấp trên</source>
        <translation>Set up the office from the package of the office above</translation>
    </message>
    <message>
        <source>Tôi đã gọi văn phòng này; họ đọc và cả 16 nhóm số đều khớp với số ở trên.</source>
        <translation>I have telephoned this office; they read all 16 groups, and they match those above.</translation>
    </message>
    <message>
        <source>Hoặc gõ, dán các nhóm số mà họ đã đọc</source>
        <translation>Or type or paste the groups that they have read out</translation>
    </message>
    <message>
        <source>Dấu vân tay đã nghe</source>
        <translation>Fingerprint as heard</translation>
    </message>
    <message>
        <source>Lập văn phòng</source>
        <translation>Set up the office</translation>
    </message>
    <message>
        <source>Gói do “{name}” ({code}) gửi. Ai cũng có thể tạo một gói mang tên này.</source>
        <translation>The package is from “{name}” ({code}). Anybody can make a package with this name.</translation>
    </message>
    <message>
        <source>Hãy gọi số điện thoại bạn vẫn dùng, nhờ họ đọc dấu vân tay rồi so.</source>
        <translation>Call the number that you always use, ask them to read out their fingerprint, and compare.</translation>
    </message>
    <message>
        <source>Dấu vân tay của nơi gửi</source>
        <translation>Fingerprint of the sender</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Cấp: {level}</source>
        <translation>Level: {level}</translation>
    </message>
    <message>
        <source>{count} đơn vị trong danh mục</source>
        <translation>{count} units in the register</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>Không tìm thấy “{text}”.</source>
        <translation>“{text}” was not found.</translation>
    </message>
    <message>
        <source>Kết quả tìm kiếm</source>
        <translation>Search results</translation>
    </message>
</context>
<context>
    <name>GridDelegate</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>GridSteps</name>
    <message>
        <source>{action} – các dòng đã chọn…</source>
        <translation>{action} – selected rows…</translation>
    </message>
    <message>
        <source>Xóa dòng (Ctrl+-)</source>
        <translation>Remove rows (Ctrl+-)</translation>
    </message>
    <message>
        <source>Đã xóa {count} dòng chưa lưu. Ctrl+Z để lấy lại.</source>
        <translation>Removed {count} unsaved rows. Ctrl+Z brings them back.</translation>
    </message>
</context>
<context>
    <name>GridStore</name>
    <message>
        <source>{count} ô chưa nhận được; ô có góc đỏ, lý do ở dưới bảng.</source>
        <translation>{count} cells could not be taken; they have a red corner, the reasons are below the grid.</translation>
    </message>
    <message>
        <source>Đã lưu {rows} đăng ký mới, {cells} ô. Ctrl+Z để hoàn tác.</source>
        <translation>{rows} new registrations and {cells} cells are saved. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>bỏ chữ chưa nhận ở ô đỏ</source>
        <translation>give up the text of red cells</translation>
    </message>
    <message>
        <source>xóa {count} dòng chưa lưu</source>
        <translation>remove {count} unsaved rows</translation>
    </message>
    <message>
        <source>sửa {count} ô từ dòng {row}</source>
        <translation>change {count} cells from row {row}</translation>
    </message>
    <message>
        <source>xóa ô “{column}” ở dòng {row}</source>
        <translation>clear “{column}” in row {row}</translation>
    </message>
    <message>
        <source>gõ “{text}” ở dòng {row}</source>
        <translation>type “{text}” in row {row}</translation>
    </message>
</context>
<context>
    <name>GridUndo</name>
    <message>
        <source>Không còn gì để hoàn tác.</source>
        <translation>Nothing is left to undo.</translation>
    </message>
    <message>
        <source>Không còn gì để làm lại.</source>
        <translation>Nothing is left to redo.</translation>
    </message>
    <message>
        <source>Hoàn tác: {title}</source>
        <translation>Undone: {title}</translation>
    </message>
    <message>
        <source>Làm lại: {title}</source>
        <translation>Redone: {title}</translation>
    </message>
    <message>
        <source>{told}. Ctrl+Z tiếp theo: {following}.</source>
        <translation>{told}. Ctrl+Z next: {following}.</translation>
    </message>
</context>
<context>
    <name>HalfTypedCells</name>
    <message>
        <source>Còn {count} ô đang gõ dở lúc chương trình dừng, chưa lưu.</source>
        <translation>{count} cells were being typed when the program stopped and are not saved.</translation>
    </message>
    <message>
        <source>Ô có góc đỏ; giá trị đang lưu được nói ở dưới bảng.</source>
        <translation>They have a red corner; the line below the grid tells what is saved.</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Giữ</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Các gói đã gửi, đã nhận</source>
        <translation>Packages sent and received</translation>
    </message>
    <message>
        <source>Chưa gửi và chưa nhận gói nào.</source>
        <translation>No package has been sent or received yet.</translation>
    </message>
    <message>
        <source>Lọc theo văn phòng, loại, tệp</source>
        <translation>Filter by office, kind, file</translation>
    </message>
    <message>
        <source>Hoàn tác lần nhập này</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>{kind} số {number}, {name}</source>
        <translation>{kind} no. {number}, {name}</translation>
    </message>
    <message>
        <source>Tệp {file}, {time}. {state}.</source>
        <translation>File {file}, {time}. {state}.</translation>
    </message>
    <message>
        <source>Lần nhập này đã được hoàn tác.</source>
        <translation>This import has been undone.</translation>
    </message>
    <message>
        <source>Nơi nhận đã nhập lúc {time}: {counts}.</source>
        <translation>The recipient merged it on {time}: {counts}.</translation>
    </message>
    <message>
        <source>… và {count} bản ghi khác.</source>
        <translation>… and {count} more records.</translation>
    </message>
    <message>
        <source>Chưa có biên nhận. Hãy hỏi nơi nhận, hoặc thả tệp biên nhận vào đây.</source>
        <translation>There is no receipt yet. Ask the recipient, or drop the receipt here.</translation>
    </message>
    <message>
        <source>gói số {number} của {name}</source>
        <translation>package no. {number} of {name}</translation>
    </message>
    <message>
        <source>Biên nhận để gửi lại cho nơi gửi: {path}</source>
        <translation>Receipt to send back to the sender: {path}</translation>
    </message>
    <message>
        <source>In phiếu bàn giao…</source>
        <translation>Print handover slip…</translation>
    </message>
    <message>
        <source>Mã đối chiếu: {code}.</source>
        <translation>Check code: {code}.</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Nhật ký thay đổi</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Mỗi dòng là một lần làm; một lần nhập cả tập tệp cũng hoàn tác được một lượt.</source>
        <translation>Each line is one act; an import of many files is undone in one go as well.</translation>
    </message>
    <message>
        <source>Hoàn tác dòng đang chọn</source>
        <translation>Undo the chosen line</translation>
    </message>
    <message>
        <source>Nhật ký</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Chưa có thay đổi nào.</source>
        <translation>Nothing was changed yet.</translation>
    </message>
    <message>
        <source>Chi tiết thay đổi</source>
        <translation>Details of the change</translation>
    </message>
    <message>
        <source>Chọn một dòng ở trên để xem từng mục đã đổi.</source>
        <translation>Choose a line above to see each item that changed.</translation>
    </message>
    <message>
        <source>Hoàn tác lần thay đổi này?</source>
        <translation>Undo this change?</translation>
    </message>
    <message>
        <source>“{title}”: {count} bản ghi trở về như trước. Nhật ký giữ cả hai lần.</source>
        <translation>“{title}”: {count} records become as they were. The history keeps both.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã hoàn tác.</source>
        <translation>Undone.</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Kết quả nhập danh sách đơn vị</source>
        <translation>Result of taking in the list of units</translation>
    </message>
    <message>
        <source>Vấn đề trong tệp</source>
        <translation>Problems in the file</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Danh sách đã nhập, còn chỗ cần xem</source>
        <translation>The list was taken in; some places need a look</translation>
    </message>
    <message>
        <source>Chưa nhập được đơn vị nào</source>
        <translation>No unit was taken in</translation>
    </message>
</context>
<context>
    <name>IntakeAids</name>
    <message>
        <source>Đọc dòng {row}</source>
        <translation>Reading row {row}</translation>
    </message>
    <message>
        <source>Lưu bản đánh dấu lỗi</source>
        <translation>Save marked copy</translation>
    </message>
    <message>
        <source>Ghi bản đánh dấu {name}</source>
        <translation>Write marked copy {name}</translation>
    </message>
    <message>
        <source>Đã lưu {file}.</source>
        <translation>{file} is saved.</translation>
    </message>
</context>
<context>
    <name>IntakeChoose</name>
    <message>
        <source>Thả các tệp mà đơn vị gửi vào đây, bao nhiêu tệp cũng được</source>
        <translation>Drop the files that units sent here, as many as you like</translation>
    </message>
    <message>
        <source>Tệp của đơn vị</source>
        <translation>Unit files</translation>
    </message>
    <message>
        <source>Tệp Excel, Word theo mẫu nào cũng được, kể cả phông chữ TCVN3, VNI cũ: chương trình tự tìm bảng, tự hiểu cột và đọc tên đơn vị. Hiểu sai chỗ nào, bạn chọn lại chỗ đó; lần sau chương trình nhớ cách ghi của đơn vị ấy.</source>
        <translation>Excel and Word files of any layout will do, also in the old TCVN3 and VNI fonts: the program finds the table, works out the columns and reads the name of the unit. Where it is wrong you choose again; next time it remembers how that unit writes.</translation>
    </message>
    <message>
        <source>Trước khi ghi, bạn thấy kế hoạch: dòng nào thêm mới, dòng nào đã có, dòng nào phải xem lại. Nhập lại tệp cũ không sinh dòng trùng; tệp thiếu dòng không làm mất dòng đã có.</source>
        <translation>Before anything is stored you see the plan: which rows are new, which are there already, which need a look. Importing a file again makes no doubles; rows missing from a file are never deleted.</translation>
    </message>
    <message>
        <source>Tạo tệp mẫu cho đơn vị…</source>
        <translation>Make templates for units…</translation>
    </message>
    <message>
        <source>Đơn vị ghi vào tệp mẫu rồi gửi lại thì không phải đoán gì nữa.</source>
        <translation>When a unit fills in a template and sends it back, nothing has to be guessed.</translation>
    </message>
</context>
<context>
    <name>IntakeDetail</name>
    <message>
        <source>Vấn đề của tệp</source>
        <translation>Problems of the file</translation>
    </message>
    <message>
        <source>Không có vấn đề nào.</source>
        <translation>There are no problems.</translation>
    </message>
    <message>
        <source>Đơn vị của tệp</source>
        <translation>Unit of the file</translation>
    </message>
    <message>
        <source>Lưu bản đánh dấu lỗi…</source>
        <translation>Save marked copy…</translation>
    </message>
    <message>
        <source>(theo từng dòng trong tệp)</source>
        <translation>(by each row of the file)</translation>
    </message>
    <message>
        <source>Vấn đề ({count})</source>
        <translation>Problems ({count})</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Vấn đề</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Chọn đơn vị…</source>
        <translation>Choose the unit…</translation>
    </message>
    <message>
        <source>Năm của tệp</source>
        <translation>Year of the file</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Nghĩa của từ</source>
        <translation>Meaning of words</translation>
    </message>
    <message>
        <source>Sẽ làm gì</source>
        <translation>What will happen</translation>
    </message>
    <message>
        <source>Nghĩa của từ ({count} chưa rõ)</source>
        <translation>Meaning of words ({count} unclear)</translation>
    </message>
    <message>
        <source>Sẽ làm gì ({count})</source>
        <translation>What will happen ({count})</translation>
    </message>
    <message>
        <source>Tệp ghi {year}</source>
        <translation>File says {year}</translation>
    </message>
    <message>
        <source>Chọn năm…</source>
        <translation>Choose a year…</translation>
    </message>
    <message>
        <source>Không đọc được tệp này</source>
        <translation>This file cannot be read</translation>
    </message>
    <message>
        <source>Bỏ tệp này ra</source>
        <translation>Leave this file out</translation>
    </message>
    <message>
        <source>Dòng tiêu đề</source>
        <translation>Header row</translation>
    </message>
    <message>
        <source>Các cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Thêm đơn vị mới…</source>
        <translation>Add a new unit…</translation>
    </message>
    <message>
        <source>Không thấy danh sách đăng ký trong tệp này</source>
        <translation>No list of registrations was found in this file</translation>
    </message>
    <message>
        <source>Nếu tệp có danh sách, hãy bấm vào dòng tiêu đề của nó dưới đây rồi bấm “Đây là dòng tiêu đề”. Nếu không phải danh sách, hãy bỏ tệp này ra.</source>
        <translation>If the file has a list, click its header row below and then “This is the header row”. If it is no list, leave the file out.</translation>
    </message>
    <message>
        <source>Chưa rõ cột nào ghi tên mô hình</source>
        <translation>It is not clear which column names the models</translation>
    </message>
    <message>
        <source>Ở mục “Các cột”, hãy chọn “Tên mô hình” cho cột ấy.</source>
        <translation>Under “Columns”, choose “Name of the model” for that column.</translation>
    </message>
    <message>
        <source>Chưa rõ tệp này của đơn vị nào</source>
        <translation>It is not clear which unit this file is from</translation>
    </message>
    <message>
        <source>Hãy chọn đơn vị ở trên; đơn vị chưa có trong danh sách thì thêm mới.</source>
        <translation>Choose the unit above; if it is not in the list, add it.</translation>
    </message>
</context>
<context>
    <name>IntakeDone</name>
    <message>
        <source>Xem các đăng ký</source>
        <translation>See the registrations</translation>
    </message>
    <message>
        <source>Nhập tệp khác</source>
        <translation>Import other files</translation>
    </message>
    <message>
        <source>{name}: {count} dòng để lại</source>
        <translation>{name}: {count} rows left aside</translation>
    </message>
    <message>
        <source>Lưu bản đánh dấu lỗi để gửi lại đơn vị; sửa xong thả tệp vào đây lần nữa.</source>
        <translation>Save a marked copy and send it back to the unit; once mended, drop the file here again.</translation>
    </message>
    <message>
        <source>Lưu bản đánh dấu lỗi…</source>
        <translation>Save marked copy…</translation>
    </message>
    <message>
        <source>Đã nhớ cách đọc này cho {unit}</source>
        <translation>This way of reading is remembered for {unit}</translation>
    </message>
    <message>
        <source>Tệp cùng dạng của đơn vị này lần sau không phải sửa lại.</source>
        <translation>The unit&apos;s next file of this layout needs no correcting.</translation>
    </message>
    <message>
        <source>Quên</source>
        <translation>Forget</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>Nhập {count} tệp</source>
        <translation>Import {count} files</translation>
    </message>
    <message>
        <source>3. Xong</source>
        <translation>3. Done</translation>
    </message>
    <message>
        <source>Tệp của đơn vị</source>
        <translation>Unit files</translation>
    </message>
    <message>
        <source>Chọn các tệp mà đơn vị gửi</source>
        <translation>Choose the files that units sent</translation>
    </message>
    <message>
        <source>Đọc {count} tệp</source>
        <translation>Read {count} files</translation>
    </message>
    <message>
        <source>1. Tôi hiểu thế này</source>
        <translation>1. What I understood</translation>
    </message>
    <message>
        <source>2. Sẽ làm gì</source>
        <translation>2. What will happen</translation>
    </message>
    <message>
        <source>{count} tệp ghi năm khác</source>
        <translation>{count} files name another year</translation>
    </message>
    <message>
        <source>Đợt đang mở là năm {year}. Các tệp ghi năm khác: {names}.</source>
        <translation>The open campaign is {year}. Files that name another year: {names}.</translation>
    </message>
    <message>
        <source>Vẫn nhập vào đợt này</source>
        <translation>Import into this campaign anyway</translation>
    </message>
    <message>
        <source>nhập {count} tệp</source>
        <translation>import of {count} files</translation>
    </message>
    <message>
        <source>Đã quên cách đọc ấy.</source>
        <translation>That way of reading is forgotten.</translation>
    </message>
</context>
<context>
    <name>IntakePlanView</name>
    <message>
        <source>Các tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Nhập {count} dòng</source>
        <translation>Import {count} rows</translation>
    </message>
    <message>
        <source>Không có gì để nhập</source>
        <translation>Nothing to import</translation>
    </message>
    <message>
        <source>Lọc các tệp theo việc sẽ làm</source>
        <translation>Filter the files by what will happen</translation>
    </message>
    <message>
        <source>Nhập {count} tệp không cần xem lại</source>
        <translation>Import {count} ready files</translation>
    </message>
    <message>
        <source>Tệp này không có gì để nhập</source>
        <translation>Nothing to import in this file</translation>
    </message>
    <message>
        <source>Nhập riêng tệp này ({count} dòng)</source>
        <translation>This file only ({count} rows)</translation>
    </message>
    <message>
        <source>Tất cả {files} tệp, số dòng</source>
        <translation>All {files} files, rows</translation>
    </message>
    <message>
        <source>Tệp không nhận được</source>
        <translation>Files not taken</translation>
    </message>
    <message>
        <source>Bỏ, chọn lại</source>
        <translation>Choose other files</translation>
    </message>
</context>
<context>
    <name>JointUnitsField</name>
    <message>
        <source>Đơn vị phối hợp thứ {number}</source>
        <translation>Joint unit {number}</translation>
    </message>
</context>
<context>
    <name>KeyRenewalDialog</name>
    <message>
        <source>Máy bị mất hoặc hỏng</source>
        <translation>Computer lost or broken</translation>
    </message>
    <message>
        <source>Ví dụ: máy tính của phòng bị mất</source>
        <translation>For example: the office computer was stolen</translation>
    </message>
    <message>
        <source>Lập khóa mới</source>
        <translation>Make new keys</translation>
    </message>
    <message>
        <source>Lập khóa mới cho {name}</source>
        <translation>Make new keys for {name}</translation>
    </message>
    <message>
        <source>Văn phòng vẫn là văn phòng cũ, dữ liệu giữ nguyên. Nhưng nơi khác chưa nhận gói của bạn cho đến khi họ xác nhận thẻ mới qua điện thoại, và gói họ chưa nhập phải gửi lại.</source>
        <translation>The office stays the same office and its data stays as it is. But others do not take your packages until they have confirmed the new card by telephone, and packages they have not merged must be sent again.</translation>
    </message>
    <message>
        <source>Chỉ làm khi máy bị mất, bị hỏng hoặc lộ khóa</source>
        <translation>Do this only when the computer is lost or broken or the keys are known to others</translation>
    </message>
    <message>
        <source>Gõ mã văn phòng {code} để xác nhận</source>
        <translation>Type the office&apos;s code {code} to confirm</translation>
    </message>
    <message>
        <source>Lý do, ghi vào nhật ký</source>
        <translation>Reason, kept in the journal</translation>
    </message>
    <message>
        <source>Khóa cũ ngừng dùng từ ngày (ngày mất máy)</source>
        <translation>Old keys count no more from (day of the loss)</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Khóa cũ có mật khẩu và chưa mở, nên thẻ mới không có chữ ký của khóa cũ. Khóa mới chưa có mật khẩu; đặt lại ở mục Thiết lập.</source>
        <translation>The old keys have a passphrase and are locked, so the new card does not bear their signature. The new keys have no passphrase yet; set one in the settings.</translation>
    </message>
    <message>
        <source>Nếu khóa cũ còn ở máy này, khóa cũ ký thêm vào thẻ mới; tệp khóa cũ được cất riêng. Khóa mới chưa có mật khẩu; đặt ở mục Thiết lập.</source>
        <translation>If the old keys are still on this computer, they sign the new card too; their file is put aside. The new keys have no passphrase yet; set one in the settings.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Khóa của văn phòng</source>
        <translation>Keys of the office</translation>
    </message>
    <message>
        <source>Khóa ký mọi gói gửi đi và mở gói mã hóa gửi cho văn phòng này.</source>
        <translation>They sign every package sent and open encrypted packages for this office.</translation>
    </message>
    <message>
        <source>Đặt mật khẩu…</source>
        <translation>Set a passphrase…</translation>
    </message>
    <message>
        <source>Đổi mật khẩu…</source>
        <translation>Change the passphrase…</translation>
    </message>
    <message>
        <source>Gỡ mật khẩu…</source>
        <translation>Remove the passphrase…</translation>
    </message>
    <message>
        <source>Đặt mật khẩu cho khóa</source>
        <translation>Set a passphrase for the keys</translation>
    </message>
    <message>
        <source>Chương trình hỏi mật khẩu này một lần, khi cần ký hoặc mở gói mã hóa.</source>
        <translation>The program asks for it once, when it has to sign or to open an encrypted package.</translation>
    </message>
    <message>
        <source>Đặt mật khẩu</source>
        <translation>Set passphrase</translation>
    </message>
    <message>
        <source>Đã đặt mật khẩu cho khóa.</source>
        <translation>The keys are now under a passphrase.</translation>
    </message>
    <message>
        <source>Đổi mật khẩu của khóa</source>
        <translation>Change the passphrase of the keys</translation>
    </message>
    <message>
        <source>Khóa giữ nguyên, chỉ đổi mật khẩu; các văn phòng khác không phải làm gì.</source>
        <translation>The keys stay as they are, only the passphrase changes; other offices need do nothing.</translation>
    </message>
    <message>
        <source>Đổi mật khẩu</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Đã đổi mật khẩu của khóa.</source>
        <translation>The passphrase of the keys was changed.</translation>
    </message>
    <message>
        <source>Gỡ mật khẩu của khóa</source>
        <translation>Remove the passphrase of the keys</translation>
    </message>
    <message>
        <source>Sau khi gỡ, ai dùng được tài khoản này trên máy thì ký được gói.</source>
        <translation>After that, anybody who can use this account on the computer can sign packages.</translation>
    </message>
    <message>
        <source>Gỡ mật khẩu</source>
        <translation>Remove passphrase</translation>
    </message>
    <message>
        <source>Đã gỡ mật khẩu của khóa.</source>
        <translation>The passphrase of the keys was removed.</translation>
    </message>
    <message>
        <source>Khóa được bảo vệ bằng mật khẩu</source>
        <translation>The keys are protected by a passphrase</translation>
    </message>
    <message>
        <source>Người lấy được tệp khóa cũng không dùng được nếu không có mật khẩu.</source>
        <translation>Whoever takes the key file cannot use it without the passphrase.</translation>
    </message>
    <message>
        <source>Khóa chưa có mật khẩu</source>
        <translation>The keys have no passphrase</translation>
    </message>
    <message>
        <source>Tệp khóa chỉ tài khoản này trên máy đọc được. Nên đặt mật khẩu nếu máy có nhiều người dùng chung một tài khoản.</source>
        <translation>Only this account on the computer can read the key file. Set a passphrase if several people share the account.</translation>
    </message>
    <message>
        <source>Quên mật khẩu thì không ai lấy lại được khóa, chỉ còn cách khôi phục từ bản sao lưu làm trước khi đặt mật khẩu, hoặc lập khóa mới ở trang Gửi, nhận dữ liệu, mục Văn phòng. Bản sao lưu cũ vẫn giữ khóa như lúc sao lưu.</source>
        <translation>If the passphrase is forgotten, nobody can recover the keys; the only ways are a backup made before it was set, or new keys, made on the page Exchange under Offices. Older backups hold the keys as they were then.</translation>
    </message>
</context>
<context>
    <name>LabelledForm</name>
    <message>
        <source>bắt buộc</source>
        <translation>required</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill in this item.</translation>
    </message>
</context>
<context>
    <name>LikenessHint</name>
    <message>
        <source>Nghi trùng</source>
        <translation>Duplicate?</translation>
    </message>
    <message>
        <source>Mở phiếu ấy</source>
        <translation>Open that form</translation>
    </message>
    <message>
        <source>Giống “{name}” của {unit}</source>
        <translation>Like “{name}” of {unit}</translation>
    </message>
    <message>
        <source>{text} và {count} đăng ký nữa</source>
        <translation>{text} and {count} more</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Dân vận khéo – {office}</source>
        <translation>Dân vận khéo – {office}</translation>
    </message>
    <message>
        <source>Việc này chưa xong: {names}. Nếu dừng, phần đang làm dở không được lưu.</source>
        <translation>This is not finished: {names}. If you stop, the part in hand is not saved.</translation>
    </message>
    <message>
        <source>Dừng việc đang làm và đóng?</source>
        <translation>Stop the work and close?</translation>
    </message>
    <message>
        <source>Dừng và đóng</source>
        <translation>Stop and close</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Mở phiên họp Hội đồng</source>
        <translation>Open a meeting of the council</translation>
    </message>
    <message>
        <source>Họp Hội đồng xét công nhận</source>
        <translation>Họp Hội đồng xét công nhận</translation>
    </message>
    <message>
        <source>Tên phiên họp</source>
        <translation>Name of the meeting</translation>
    </message>
    <message>
        <source>Ngày họp</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Địa điểm</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Mở phiên họp</source>
        <translation>Open the meeting</translation>
    </message>
    <message>
        <source>Thành viên Hội đồng</source>
        <translation>Members of the council</translation>
    </message>
    <message>
        <source>Thêm dòng</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>Có mặt {present}/{members}: đủ số họp (cần {quorum})</source>
        <translation>Present {present}/{members}: quorum reached (needs {quorum})</translation>
    </message>
    <message>
        <source>Có mặt {present}/{members}: chưa đủ số họp (cần {quorum})</source>
        <translation>Present {present}/{members}: no quorum (needs {quorum})</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill in this item.</translation>
    </message>
    <message>
        <source>Cần điền ngày họp, ví dụ 05/10/2017.</source>
        <translation>Please fill in the date, such as 05/10/2017.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Có mặt</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức vụ trong Hội đồng</source>
        <translation>Office in the council</translation>
    </message>
    <message>
        <source>Bỏ dòng này</source>
        <translation>Remove this line</translation>
    </message>
</context>
<context>
    <name>MemoryLine</name>
    <message>
        <source>Nhớ ngay</source>
        <translation>Remember now</translation>
    </message>
    <message>
        <source>Quên</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Bỏ mọi sửa đổi về cách đọc tệp này; chương trình tự hiểu lại từ đầu</source>
        <translation>Drops all corrections of how this file is read; the program works it out again from the start</translation>
    </message>
    <message>
        <source>Phần vừa sửa sẽ được nhớ cho {unit} khi nhập tệp.</source>
        <translation>What you corrected is remembered for {unit} on import.</translation>
    </message>
    <message>
        <source>Hãy chọn đơn vị của tệp thì phần vừa sửa mới được nhớ cho lần sau.</source>
        <translation>Choose the unit of the file so that what you corrected is remembered.</translation>
    </message>
    <message>
        <source>Đã nhớ cách đọc này cho {unit}.</source>
        <translation>This way of reading is remembered for {unit}.</translation>
    </message>
</context>
<context>
    <name>MergeOutcome</name>
    <message>
        <source>Nhận gói khác</source>
        <translation>Receive another package</translation>
    </message>
    <message>
        <source>Đã nhập gói số {number} của {name}</source>
        <translation>Package no. {number} of {name} is merged</translation>
    </message>
    <message>
        <source>Kết quả: {counts}.</source>
        <translation>Result: {counts}.</translation>
    </message>
    <message>
        <source>gói số {number} của {name}</source>
        <translation>package no. {number} of {name}</translation>
    </message>
    <message>
        <source>Hoàn tác lần nhập này</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>{count} xung đột chờ bạn chọn</source>
        <translation>{count} conflicts wait for your choice</translation>
    </message>
    <message>
        <source>Xử lý xung đột</source>
        <translation>Settle conflicts</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Đã ghi nhận biên nhận của {name}</source>
        <translation>The receipt of {name} is noted</translation>
    </message>
    <message>
        <source>Máy này không giữ gói mà biên nhận nói tới.</source>
        <translation>This computer does not know the package that the receipt speaks of.</translation>
    </message>
    <message>
        <source>Gói số {number}: {state}. Nơi nhận có {counts}.</source>
        <translation>Package no. {number}: {state}. The recipient has {counts}.</translation>
    </message>
    <message>
        <source>Xem lịch sử</source>
        <translation>See the history</translation>
    </message>
    <message>
        <source>Việc tiếp theo: gửi lại biên nhận cho {name}</source>
        <translation>Next: send the receipt back to {name}</translation>
    </message>
    <message>
        <source>Tệp {file} trong thư mục {folder}. Gửi qua thư điện tử hoặc chép ra USB; chưa có biên nhận thì nơi gửi chưa biết gói đã tới.</source>
        <translation>File {file} in the folder {folder}. Send it by email or copy it to a USB stick; without the receipt the sender does not know that the package arrived.</translation>
    </message>
    <message>
        <source>Chép ra USB…</source>
        <translation>Copy to USB stick…</translation>
    </message>
</context>
<context>
    <name>MissingItemsDialog</name>
    <message>
        <source>{count} đăng ký còn thiếu mục bắt buộc</source>
        <translation>{count} registrations lack required items</translation>
    </message>
    <message>
        <source>… và {count} đăng ký khác</source>
        <translation>… and {count} other registrations</translation>
    </message>
    <message>
        <source>Gửi {count} đăng ký đủ mục</source>
        <translation>Submit the {count} complete ones</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Bấm vào một dòng để mở đúng mục còn thiếu.</source>
        <translation>Click a line to go to the item that is missing.</translation>
    </message>
    <message>
        <source>Thiếu {item} – {name} ({unit})</source>
        <translation>{item} is missing – {name} ({unit})</translation>
    </message>
</context>
<context>
    <name>ModelChoiceDialog</name>
    <message>
        <source>Gõ tên mô hình, có dấu hoặc không dấu</source>
        <translation>Type the name of the model, with or without accents</translation>
    </message>
    <message>
        <source>Các mô hình tìm thấy</source>
        <translation>Models found</translation>
    </message>
    <message>
        <source>Chọn</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{name} – {unit}, năm {year} · {state}</source>
        <translation>{name} – {unit}, {year} · {state}</translation>
    </message>
    <message>
        <source>Không có mô hình nào như vậy.</source>
        <translation>There are no such models.</translation>
    </message>
    <message>
        <source>Hãy gõ tên mô hình để tìm.</source>
        <translation>Type the name of a model to find it.</translation>
    </message>
</context>
<context>
    <name>ModelLink</name>
    <message>
        <source>Chọn mô hình gốc…</source>
        <translation>Choose the original model…</translation>
    </message>
    <message>
        <source>Chưa gắn với mô hình gốc nào.</source>
        <translation>Not tied to an original model yet.</translation>
    </message>
    <message>
        <source>Từ năm {year}, {unit}: “{name}”</source>
        <translation>Since {year}, {unit}: “{name}”</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Tên bộ lọc</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lưu cả ô tìm kiếm, các điều kiện lọc và thứ tự sắp xếp đang dùng.</source>
        <translation>Saves the search text, the conditions and the order now in use.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>NewUnitDialog</name>
    <message>
        <source>Thêm đơn vị mới</source>
        <translation>Add a new unit</translation>
    </message>
    <message>
        <source>Tên đơn vị</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Thuộc</source>
        <translation>Below</translation>
    </message>
    <message>
        <source>Thêm đơn vị</source>
        <translation>Add a unit</translation>
    </message>
    <message>
        <source>Đã thêm {unit}.</source>
        <translation>{unit} is added.</translation>
    </message>
    <message>
        <source>Không có (đứng đầu)</source>
        <translation>None (at the top)</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tệp “{name}” sẽ được nhập cho đơn vị này.</source>
        <translation>The file “{name}” will be imported for this unit.</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>Không được nhỏ hơn 0.</source>
        <translation>Must not be less than 0.</translation>
    </message>
    <message>
        <source>Hãy ghi số nguyên, ví dụ 1.250.</source>
        <translation>Please write a whole number, such as 1.250.</translation>
    </message>
    <message>
        <source>Không đọc được số này. Hãy ghi như 1.250 hoặc 12,5.</source>
        <translation>This number cannot be read. Write it like 1.250 or 12,5.</translation>
    </message>
</context>
<context>
    <name>OfficeSection</name>
    <message>
        <source>Văn phòng</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Tên này đứng trên giấy tờ và trên các gói gửi đi.</source>
        <translation>This name stands on papers and on the packages that are sent.</translation>
    </message>
    <message>
        <source>Tên văn phòng</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Đọc dãy này qua điện thoại khi văn phòng khác nhập thẻ của mình, để họ biết thẻ là thật.</source>
        <translation>Read it out over the telephone when another office takes in our card, so that they know the card is real.</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cần điền tên văn phòng.</source>
        <translation>Please enter the name of the office.</translation>
    </message>
    <message>
        <source>Dấu vân tay của văn phòng này</source>
        <translation>Fingerprint of this office</translation>
    </message>
    <message>
        <source>Sao chép dấu vân tay</source>
        <translation>Copy fingerprint</translation>
    </message>
    <message>
        <source>Đã sao chép dấu vân tay.</source>
        <translation>The fingerprint is copied.</translation>
    </message>
    <message>
        <source>Cơ quan cấp trên</source>
        <translation>Upper office</translation>
    </message>
    <message>
        <source>Dòng đầu của giấy tờ, ví dụ: Huyện ủy Yên Mô</source>
        <translation>The first line of papers, for example: Huyện ủy Yên Mô</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Đứng trước ngày tháng, ví dụ: Yên Mô</source>
        <translation>Stands before the date, for example: Yên Mô</translation>
    </message>
    <message>
        <source>Đã lưu văn phòng.</source>
        <translation>The office is saved.</translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>Năm mẫu – dữ liệu để tập, không lẫn với dữ liệu thật.</source>
        <translation>Sample year – data for practice, apart from real data.</translation>
    </message>
    <message>
        <source>Thoát năm mẫu</source>
        <translation>Leave the sample year</translation>
    </message>
    <message>
        <source>Năm mẫu</source>
        <translation>Sample year</translation>
    </message>
    <message>
        <source>Sao lưu tự động</source>
        <translation>Automatic backup</translation>
    </message>
    <message>
        <source>Máy này không có khóa của văn phòng nên chưa ký, chưa gửi được gói.</source>
        <translation>The office&apos;s keys are not on this computer, so no package can be signed or sent.</translation>
    </message>
    <message>
        <source>Lập khóa mới…</source>
        <translation>Make new keys…</translation>
    </message>
</context>
<context>
    <name>OfficesPanel</name>
    <message>
        <source>Các văn phòng đã biết</source>
        <translation>Known offices</translation>
    </message>
    <message>
        <source>Chỉ gói của văn phòng có thẻ đã xác nhận mới được nhập.</source>
        <translation>Only packages of offices with a confirmed card are merged.</translation>
    </message>
    <message>
        <source>Gỡ tin cậy</source>
        <translation>Withdraw trust</translation>
    </message>
    <message>
        <source>Nhập thẻ của văn phòng khác…</source>
        <translation>Import another office&apos;s card…</translation>
    </message>
    <message>
        <source>Chưa có thẻ nào. Hai văn phòng trao thẻ cho nhau một lần: mỗi bên ghi thẻ của mình thành tệp, gửi cho bên kia, rồi đọc dấu vân tay qua điện thoại để xác nhận.</source>
        <translation>There are no cards yet. Two offices exchange cards once: each writes its card to a file, sends it to the other, and they read the fingerprints over the telephone.</translation>
    </message>
    <message>
        <source>Chọn thẻ của văn phòng khác</source>
        <translation>Choose the card of another office</translation>
    </message>
    <message>
        <source>Thẻ văn phòng</source>
        <translation>Office card</translation>
    </message>
    <message>
        <source>Đã tin cậy {name}.</source>
        <translation>{name} is trusted.</translation>
    </message>
    <message>
        <source>Đã ghi thẻ {file}. Gửi tệp này cho văn phòng cần nhận gói của bạn.</source>
        <translation>Card {file} is written. Send it to the office that will receive your packages.</translation>
    </message>
    <message>
        <source>Ghi thẻ của văn phòng này</source>
        <translation>Write our card</translation>
    </message>
    <message>
        <source>Gói mới của văn phòng này sẽ không nhập được nữa. Những gì đã nhập vẫn giữ nguyên.</source>
        <translation>New packages of this office will not be merged any more. What has been merged stays.</translation>
    </message>
    <message>
        <source>Gỡ tin cậy {name}?</source>
        <translation>Withdraw trust from {name}?</translation>
    </message>
    <message>
        <source>Đã đổi khóa của {name}. Hãy nhắc họ gửi lại gói chưa nhập.</source>
        <translation>The key of {name} is changed. Remind them to send again what was not merged.</translation>
    </message>
    <message>
        <source>Đã lập khóa mới.</source>
        <translation>New keys are made.</translation>
    </message>
    <message>
        <source>Ghi trang thẻ văn phòng</source>
        <translation>Write the page of the office card</translation>
    </message>
    <message>
        <source>Tệp PDF</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Đã ghi {file}.</source>
        <translation>{file} is written.</translation>
    </message>
    <message>
        <source>{name}: khóa do {who} xác nhận lúc {time}.</source>
        <translation>{name}: key confirmed by {who} on {time}.</translation>
    </message>
    <message>
        <source>văn phòng này</source>
        <translation>this office</translation>
    </message>
    <message>
        <source>Khóa cũ ngừng dùng từ {day}: {who} xác nhận lúc {time} sau khi gọi điện gặp {spoken}.</source>
        <translation>Old key counts no more from {day}: confirmed by {who} on {time} after speaking with {spoken} by telephone.</translation>
    </message>
</context>
<context>
    <name>OtherValue</name>
    <message>
        <source>Giá trị khác</source>
        <translation>Another value</translation>
    </message>
</context>
<context>
    <name>OutcomeNotices</name>
    <message>
        <source>{count} tệp</source>
        <translation>{count} files</translation>
    </message>
    <message>
        <source>{count} dòng đã có từ trước</source>
        <translation>{count} rows there already</translation>
    </message>
    <message>
        <source>{count} dòng để lại chưa nhập</source>
        <translation>{count} rows left aside</translation>
    </message>
    <message>
        <source>{count} dòng bỏ qua lần này</source>
        <translation>{count} rows left out this time</translation>
    </message>
    <message>
        <source>Hoàn tác lần nhập này</source>
        <translation>Undo this import</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Số mô hình theo lĩnh vực và giai đoạn</source>
        <translation>Models by sector and stage</translation>
    </message>
    <message>
        <source>Số mô hình theo trạng thái</source>
        <translation>Models by state</translation>
    </message>
    <message>
        <source>Bắt đầu một năm làm việc</source>
        <translation>Begin the year&apos;s work</translation>
    </message>
    <message>
        <source>Ba bước dưới đây là đủ để nhận đăng ký của các đơn vị.</source>
        <translation>These three steps are enough to take in registrations.</translation>
    </message>
    <message>
        <source>Đã đăng ký</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Đã tiếp nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Đã chấm điểm</source>
        <translation>Scored</translation>
    </message>
    <message>
        <source>Được công nhận</source>
        <translation>Recognised</translation>
    </message>
    <message>
        <source>Giấy chứng nhận</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Nộp muộn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Việc chờ tôi</source>
        <translation>Waiting for me</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Theo lĩnh vực</source>
        <translation>By sector</translation>
    </message>
    <message>
        <source>Theo trạng thái</source>
        <translation>By state</translation>
    </message>
    <message>
        <source>Chưa có đợt thi đua nào</source>
        <translation>No campaign yet</translation>
    </message>
    <message>
        <source>{count}/{all} đơn vị đã có</source>
        <translation>{count} of {all} units have some</translation>
    </message>
    <message>
        <source>{count} chưa tiếp nhận</source>
        <translation>{count} not yet accepted</translation>
    </message>
    <message>
        <source>{count} đã tự chấm</source>
        <translation>{count} scored themselves</translation>
    </message>
    <message>
        <source>của {count} được công nhận</source>
        <translation>of {count} recognised</translation>
    </message>
    <message>
        <source>{percent} % số đăng ký</source>
        <translation>{percent} % of registrations</translation>
    </message>
    <message>
        <source>Xem lại bản sao lưu gần nhất</source>
        <translation>Check the latest backup</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>Mở khóa để hiện mã QR…</source>
        <translation>Unlock to show the QR code…</translation>
    </message>
    <message>
        <source>Thẻ giúp nơi khác nhận ra gói do văn phòng này gửi; thẻ không chứa bí mật.</source>
        <translation>By the card others recognise packages of this office; it holds no secret.</translation>
    </message>
    <message>
        <source>Ghi thẻ mới, gửi cho từng văn phòng vẫn trao đổi ({names}), rồi gọi điện để họ nghe và gõ 16 nhóm số dưới đây. Xong, gửi lại các gói họ chưa nhập.</source>
        <translation>Write the new card, send it to every office you exchange with ({names}), then call them so that they hear and type the 16 groups below. After that, send again the packages they have not merged.</translation>
    </message>
    <message>
        <source>chưa có văn phòng nào</source>
        <translation>no offices yet</translation>
    </message>
    <message>
        <source>Đã lập khóa mới</source>
        <translation>New keys are made</translation>
    </message>
    <message>
        <source>Ghi thẻ mới…</source>
        <translation>Write the new card…</translation>
    </message>
    <message>
        <source>Dấu vân tay để đọc qua điện thoại</source>
        <translation>Fingerprint to read out over the telephone</translation>
    </message>
    <message>
        <source>Ghi thẻ thành tệp…</source>
        <translation>Write card to a file…</translation>
    </message>
    <message>
        <source>In thẻ ra một trang…</source>
        <translation>Print card on a page…</translation>
    </message>
    <message>
        <source>Sao chép dấu vân tay</source>
        <translation>Copy fingerprint</translation>
    </message>
    <message>
        <source>Máy bị mất hoặc hỏng…</source>
        <translation>Computer lost or broken…</translation>
    </message>
    <message>
        <source>Chưa ký được thẻ và gói. Nếu còn bản sao lưu có khóa, hãy khôi phục bản đó. Nếu không, hãy lập khóa mới: văn phòng vẫn là văn phòng cũ, các nơi khác xác nhận lại thẻ.</source>
        <translation>Cards and packages cannot be signed. If there is a backup with the keys, restore it. If not, make new keys: the office stays the same office, and the others confirm its card again.</translation>
    </message>
    <message>
        <source>Lập khóa mới…</source>
        <translation>Make new keys…</translation>
    </message>
    <message>
        <source>Đã sao chép dấu vân tay.</source>
        <translation>The fingerprint is copied.</translation>
    </message>
</context>
<context>
    <name>PackagePreview</name>
    <message>
        <source>Bản ghi trong gói</source>
        <translation>Records of the package</translation>
    </message>
    <message>
        <source>Không có bản ghi nào thuộc nhóm này.</source>
        <translation>There are no records of this kind.</translation>
    </message>
    <message>
        <source>Từng mục của bản ghi</source>
        <translation>Items of the record</translation>
    </message>
    <message>
        <source>Chọn một bản ghi ở trên để xem từng mục.</source>
        <translation>Choose a record above to see its items.</translation>
    </message>
    <message>
        <source>Có việc phải làm {count}</source>
        <translation>To be done {count}</translation>
    </message>
    <message>
        <source>Tìm trong gói</source>
        <translation>Search the package</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}: chưa có ở đây, sẽ được thêm.</source>
        <translation>{name}: not here yet, will be added.</translation>
    </message>
    <message>
        <source>{name}: nơi gửi đã xóa, ở đây cũng xóa.</source>
        <translation>{name}: deleted by the sender, will be deleted here too.</translation>
    </message>
    <message>
        <source>Để lại {count} bản ghi: không nhập lần này, gói sau sẽ hỏi lại.</source>
        <translation>{count} records left aside: not merged this time, the next package asks again.</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Trang {number}/{count}</source>
        <translation>Page {number}/{count}</translation>
    </message>
    <message>
        <source>Chưa có trang</source>
        <translation>No page yet</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Vừa khung</source>
        <translation>Fit the page</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Mọi bản ghi mà lần nhập này đã thêm hoặc sửa trở lại như trước. Nhật ký giữ cả hai.</source>
        <translation>Every record that this import added or changed goes back to what it was. The log keeps both.</translation>
    </message>
    <message>
        <source>Hoàn tác: {what}?</source>
        <translation>Undo: {what}?</translation>
    </message>
    <message>
        <source>Hoàn tác lần nhập</source>
        <translation>Undo the import</translation>
    </message>
    <message>
        <source>Đã hoàn tác: {what}.</source>
        <translation>Undone: {what}.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Hiện mật khẩu</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu hiện nay</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Nhập lại mật khẩu mới</source>
        <translation>New passphrase again</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Hãy nhập mật khẩu.</source>
        <translation>Please enter the passphrase.</translation>
    </message>
    <message>
        <source>Mật khẩu mới cần ít nhất {least} ký tự.</source>
        <translation>The new passphrase needs at least {least} characters.</translation>
    </message>
    <message>
        <source>Hai lần nhập mật khẩu mới không giống nhau.</source>
        <translation>The two new passphrases are not the same.</translation>
    </message>
</context>
<context>
    <name>PointsEdit</name>
    <message>
        <source>Từ {minimum} đến {maximum}</source>
        <translation>From {minimum} to {maximum}</translation>
    </message>
</context>
<context>
    <name>QrSquare</name>
    <message>
        <source>Mã QR của thẻ văn phòng</source>
        <translation>QR code of the office card</translation>
    </message>
</context>
<context>
    <name>RangeFields</name>
    <message>
        <source>Từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến</source>
        <translation>To</translation>
    </message>
    <message>
        <source>đến</source>
        <translation>to</translation>
    </message>
</context>
<context>
    <name>RawRowDialog</name>
    <message>
        <source>Trang “{sheet}”, dòng {row}</source>
        <translation>Sheet “{sheet}”, row {row}</translation>
    </message>
    <message>
        <source>Các ô của dòng</source>
        <translation>Cells of the row</translation>
    </message>
    <message>
        <source>Dòng này không có ô nào có chữ.</source>
        <translation>No cell of this row holds text.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cần ghi lý do.</source>
        <translation>A reason is needed.</translation>
    </message>
    <message>
        <source>&amp;Lý do *</source>
        <translation>&amp;Reason *</translation>
    </message>
    <message>
        <source>Lý do, bắt buộc</source>
        <translation>Reason, required</translation>
    </message>
    <message>
        <source>Các mục phải bổ sung</source>
        <translation>Items to complete</translation>
    </message>
    <message>
        <source>Đơn vị chỉ sửa được những mục đã đánh dấu. Không đánh dấu mục nào thì sửa được tất cả.</source>
        <translation>The unit can change only the ticked items. With none ticked it can change all.</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ReceivePanel</name>
    <message>
        <source>Kiểm tra {name}</source>
        <translation>Check {name}</translation>
    </message>
    <message>
        <source>Nhập gói của {name}</source>
        <translation>Merge the package of {name}</translation>
    </message>
    <message>
        <source>Chọn gói dữ liệu</source>
        <translation>Choose a package</translation>
    </message>
    <message>
        <source>Gói dữ liệu</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Chưa có gì được ghi vào dữ liệu.</source>
        <translation>Nothing has been stored yet.</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Nhập vào dữ liệu</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Ghi nhận biên nhận</source>
        <translation>Note the receipt</translation>
    </message>
    <message>
        <source>{kind} số {number} của {name}</source>
        <translation>{kind} no. {number} of {name}</translation>
    </message>
    <message>
        <source>Ghi lúc {time}, gửi cho {recipient}. Tệp {file}.</source>
        <translation>Written on {time} for {recipient}. File {file}.</translation>
    </message>
    <message>
        <source>Nơi gửi đã tin cậy</source>
        <translation>Trusted sender</translation>
    </message>
    <message>
        <source>Chưa tin cậy</source>
        <translation>Not trusted</translation>
    </message>
    <message>
        <source>Không nhập được gói này (mã {code})</source>
        <translation>This package cannot be merged (code {code})</translation>
    </message>
    <message>
        <source>{count} bản ghi được sửa ở cả hai nơi</source>
        <translation>{count} records were changed on both sides</translation>
    </message>
    <message>
        <source>Khi nhập, giá trị ở đây giữ nguyên, giá trị trong gói chờ bạn chọn.</source>
        <translation>On merging, the values here stay and those of the package wait for your choice.</translation>
    </message>
    <message>
        <source>Đây là biên nhận của một gói bạn đã gửi</source>
        <translation>This is the receipt of a package that you sent</translation>
    </message>
    <message>
        <source>Ghi nhận để biết gói đã được nhập chưa, bản ghi nào bị từ chối.</source>
        <translation>Note it to see whether the package was merged and which records were refused.</translation>
    </message>
    <message>
        <source>Không có gì mới</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Mọi bản ghi trong gói đã có ở đây. Nhập gói không làm thay đổi gì.</source>
        <translation>All records of the package are here already. Merging it changes nothing.</translation>
    </message>
    <message>
        <source>Bạn xem được gói nhưng chưa nhập được. Hãy xin tệp thẻ (.dvkcard) của {name}, nhập thẻ và so dấu vân tay qua điện thoại; gói vẫn chờ ở đây.</source>
        <translation>You can look at the package but not merge it yet. Ask {name} for their card (.dvkcard), import it and compare the fingerprint over the telephone; the package waits here.</translation>
    </message>
    <message>
        <source>{name} chưa được tin cậy</source>
        <translation>{name} is not trusted yet</translation>
    </message>
    <message>
        <source>Nhập thẻ…</source>
        <translation>Import card…</translation>
    </message>
    <message>
        <source>Đã ghi nhận biên nhận.</source>
        <translation>The receipt is noted.</translation>
    </message>
    <message>
        <source>Đã nhập gói.</source>
        <translation>The package is merged.</translation>
    </message>
    <message>
        <source>Chọn thư mục có các gói</source>
        <translation>Choose the folder with the packages</translation>
    </message>
    <message>
        <source>Mã đối chiếu: {code}.</source>
        <translation>Check code: {code}.</translation>
    </message>
    <message>
        <source>Gói được mã hóa, chưa mở (mã {code})</source>
        <translation>The package is encrypted and not open yet (code {code})</translation>
    </message>
</context>
<context>
    <name>ReceiveStart</name>
    <message>
        <source>Thả gói dữ liệu hoặc biên nhận vào đây</source>
        <translation>Drop a package or a receipt here</translation>
    </message>
    <message>
        <source>Gói dữ liệu</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Nhập cả thư mục…</source>
        <translation>Take in a whole folder…</translation>
    </message>
    <message>
        <source>Nhiều gói một lượt: chương trình tự xếp thứ tự, để riêng gói hỏng, nhập các gói còn lại.</source>
        <translation>Many packages in one run: the program puts them in order, sets bad ones aside and merges the rest.</translation>
    </message>
    <message>
        <source>1. Kiểm tra</source>
        <translation>1. Check</translation>
    </message>
    <message>
        <source>Chương trình xem gói của ai, còn nguyên không, có đúng nơi nhận không.</source>
        <translation>The program looks at whose package it is, whether it is whole, and whether it is for you.</translation>
    </message>
    <message>
        <source>2. Xem trước</source>
        <translation>2. Preview</translation>
    </message>
    <message>
        <source>Bạn thấy từng bản ghi mới, thay đổi, xóa; chưa có gì được ghi.</source>
        <translation>You see each record that is new, changed or deleted; nothing is stored.</translation>
    </message>
    <message>
        <source>3. Nhập</source>
        <translation>3. Merge</translation>
    </message>
    <message>
        <source>Nhập tất cả hoặc không nhập gì; xong có biên nhận để gửi lại, và hoàn tác được cả lần nhập.</source>
        <translation>All is merged or nothing; then there is a receipt to send back, and the whole can be undone.</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Công nhận</source>
        <translation>Recognition</translation>
    </message>
    <message>
        <source>&amp;1. Họp Hội đồng</source>
        <translation>&amp;1. Council</translation>
    </message>
    <message>
        <source>&amp;2. Lập quyết định</source>
        <translation>&amp;2. Decision</translation>
    </message>
    <message>
        <source>&amp;3. Ký, ban hành</source>
        <translation>&amp;3. Signing</translation>
    </message>
    <message>
        <source>{waiting} mô hình chờ xét · {recognised} được công nhận · {refused} không công nhận</source>
        <translation>{waiting} models wait · {recognised} recognised · {refused} not recognised</translation>
    </message>
</context>
<context>
    <name>RecordTableView</name>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Sao chép cả tiêu đề cột</source>
        <translation>Copy with column headings</translation>
    </message>
    <message>
        <source>Cột hiển thị</source>
        <translation>Columns shown</translation>
    </message>
    <message>
        <source>Đặt lại các cột</source>
        <translation>Reset columns</translation>
    </message>
</context>
<context>
    <name>RegistrationChanges</name>
    <message>
        <source>Thay đổi sau khi trả lại ({count} mục)</source>
        <translation>Changed after the return ({count} items)</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>RegistrationEditor</name>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>“{name}” is saved.</translation>
    </message>
    <message>
        <source>Đăng ký mới</source>
        <translation>New registration</translation>
    </message>
    <message>
        <source>Phiếu “{name}” có thay đổi chưa lưu.</source>
        <translation>“{name}” has changes that are not saved.</translation>
    </message>
    <message>
        <source>Mục phải bổ sung vẫn để trống: {labels}.</source>
        <translation>Items to be completed are still empty: {labels}.</translation>
    </message>
    <message>
        <source>Vẫn gửi?</source>
        <translation>Submit anyway?</translation>
    </message>
    <message>
        <source>Vẫn gửi</source>
        <translation>Submit anyway</translation>
    </message>
    <message>
        <source>Chọn mô hình gốc</source>
        <translation>Choose the original model</translation>
    </message>
</context>
<context>
    <name>RegistrationExtras</name>
    <message>
        <source>Tiếp tục mô hình năm trước…</source>
        <translation>Go on with last year&apos;s models…</translation>
    </message>
    <message>
        <source>Rà soát trùng lặp…</source>
        <translation>Review duplicates…</translation>
    </message>
    <message>
        <source>Tạo tệp mẫu cho đơn vị…</source>
        <translation>Make templates for units…</translation>
    </message>
    <message>
        <source>Việc k&amp;hác</source>
        <translation>M&amp;ore</translation>
    </message>
</context>
<context>
    <name>RegistrationFilters</name>
    <message>
        <source>Tìm theo tên, đơn vị, nội dung… (Ctrl+F)</source>
        <translation>Find by name, unit, content… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Lọc theo đơn vị</source>
        <translation>Filter by unit</translation>
    </message>
    <message>
        <source>Lọc theo lĩnh vực</source>
        <translation>Filter by sector</translation>
    </message>
    <message>
        <source>Lọc theo đối tượng</source>
        <translation>Filter by subject</translation>
    </message>
    <message>
        <source>Lọc theo loại đăng ký</source>
        <translation>Filter by kind</translation>
    </message>
    <message>
        <source>Lọc theo trạng thái</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Mọi đối tượng</source>
        <translation>All subjects</translation>
    </message>
    <message>
        <source>Mọi loại</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Mọi đơn vị</source>
        <translation>All units</translation>
    </message>
    <message>
        <source>Mọi lĩnh vực</source>
        <translation>All sectors</translation>
    </message>
    <message>
        <source>Mọi trạng thái</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Nộp m&amp;uộn</source>
        <translation>&amp;Late</translation>
    </message>
</context>
<context>
    <name>RegistrationForm</name>
    <message>
        <source>Chưa chọn</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>Không đọc được ngày này. Hãy ghi như 05/03/2017.</source>
        <translation>This date cannot be read. Write it like 05/03/2017.</translation>
    </message>
    <message>
        <source>Nội dung mô hình</source>
        <translation>Content of the model</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill this in.</translation>
    </message>
</context>
<context>
    <name>RegistrationGrid</name>
    <message>
        <source>Bảng nhập đăng ký</source>
        <translation>Entry grid of registrations</translation>
    </message>
    <message>
        <source>Ô chưa nhận được</source>
        <translation>Cells that could not be taken</translation>
    </message>
    <message>
        <source>Dán (Ctrl+V)</source>
        <translation>Paste (Ctrl+V)</translation>
    </message>
    <message>
        <source>Điền xuống (Ctrl+D)</source>
        <translation>Fill down (Ctrl+D)</translation>
    </message>
    <message>
        <source>Đổi cột này cho các dòng đã chọn…</source>
        <translation>Change this column of the chosen rows…</translation>
    </message>
    <message>
        <source>Ai sửa ô này…</source>
        <translation>Who changed this cell…</translation>
    </message>
    <message>
        <source>Mở phiếu bên cạnh</source>
        <translation>Open the form beside</translation>
    </message>
    <message>
        <source>Các ô đã chọn không sửa được lúc này.</source>
        <translation>The chosen cells can&apos;t be changed now.</translation>
    </message>
    <message>
        <source>Dòng này chưa được lưu nên chưa có lịch sử.</source>
        <translation>This row is not stored yet, so it has no history.</translation>
    </message>
    <message>
        <source>Dòng {row}, {column}: {why}</source>
        <translation>Row {row}, {column}: {why}</translation>
    </message>
    <message>
        <source>Tổng: {count} đăng ký · {people} người, hộ · {cost} đồng · {days} ngày công · {land} m² đất</source>
        <translation>Total: {count} registrations · {people} people, households · {cost} đồng · {days} working days · {land} m² of land</translation>
    </message>
    <message>
        <source>Cố định các cột đến cột này</source>
        <translation>Freeze the columns up to this one</translation>
    </message>
    <message>
        <source>Bỏ cố định cột</source>
        <translation>Unfreeze columns</translation>
    </message>
    <message>
        <source>Lấy lại giá trị đã lưu của ô đỏ</source>
        <translation>Show what is stored in the red cells again</translation>
    </message>
</context>
<context>
    <name>RegistrationHistory</name>
    <message>
        <source>Chưa qua bước xử lý nào.</source>
        <translation>No steps yet.</translation>
    </message>
</context>
<context>
    <name>RegistrationList</name>
    <message>
        <source>Danh sách đăng ký</source>
        <translation>List of registrations</translation>
    </message>
    <message>
        <source>{count} đăng ký</source>
        <translation>{count} registrations</translation>
    </message>
    <message>
        <source>{count} nộp muộn</source>
        <translation>{count} late</translation>
    </message>
    <message>
        <source>{count} trong {total} đăng ký</source>
        <translation>{count} of {total} registrations</translation>
    </message>
</context>
<context>
    <name>RegistrationModes</name>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Bảng nhập</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>Nhập như trong Excel (Ctrl+B)</source>
        <translation>Type as in Excel (Ctrl+B)</translation>
    </message>
    <message>
        <source>Xem danh sách (Ctrl+B)</source>
        <translation>See the list (Ctrl+B)</translation>
    </message>
    <message>
        <source>Gõ vào dòng cuối để thêm · Ctrl+D điền xuống · Ctrl+Z hoàn tác</source>
        <translation>Type into the last row to add · Ctrl+D fills down · Ctrl+Z takes back</translation>
    </message>
</context>
<context>
    <name>RegistrationPanel</name>
    <message>
        <source>Nộp muộn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Lịch sử ({count})</source>
        <translation>History ({count})</translation>
    </message>
    <message>
        <source>Đăng ký mới</source>
        <translation>New registration</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Mục có dấu * cần có trước khi gửi; phần còn lại ghi sau.</source>
        <translation>Items with * are needed before submitting; the rest can come later.</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Lưu và nhập &amp;tiếp</source>
        <translation>Save and ne&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Lưu (Ctrl+S)</source>
        <translation>Save (Ctrl+S)</translation>
    </message>
    <message>
        <source>&amp;Nội dung</source>
        <translation>&amp;Content</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Đóng phiếu</source>
        <translation>Close the form</translation>
    </message>
    <message>
        <source>gửi ngày {day}</source>
        <translation>submitted on {day}</translation>
    </message>
    <message>
        <source>nhập từ {file}</source>
        <translation>imported from {file}</translation>
    </message>
    <message>
        <source>Trả lại ngày {day}: {note}</source>
        <translation>Returned on {day}: {note}</translation>
    </message>
    <message>
        <source>Việc &amp;khác</source>
        <translation>&amp;More</translation>
    </message>
    <message>
        <source>Xóa bản nháp…</source>
        <translation>Delete the draft…</translation>
    </message>
    <message>
        <source>Có thay đổi chưa lưu.</source>
        <translation>There are unsaved changes.</translation>
    </message>
    <message>
        <source>Lưu rồi mở phiếu trống, chỉ giữ lại đơn vị (Ctrl+Enter)</source>
        <translation>Save, then open an empty form of the same unit (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Tệp ({count})</source>
        <translation>Files ({count})</translation>
    </message>
    <message>
        <source>Nộp muộn {count} ngày</source>
        <translation>{count} days late</translation>
    </message>
    <message>
        <source>Còn {count} mục phải sửa.</source>
        <translation>{count} items still to be mended.</translation>
    </message>
    <message>
        <source>nhận ngày {day}</source>
        <translation>received on {day}</translation>
    </message>
    <message>
        <source>Điểm mô hình</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Điểm mô hình ({count})</source>
        <translation>Sites ({count})</translation>
    </message>
    <message>
        <source>phối hợp: {units}</source>
        <translation>jointly with {units}</translation>
    </message>
</context>
<context>
    <name>RegistrationSelection</name>
    <message>
        <source>{count} đăng ký được chọn</source>
        <translation>{count} registrations selected</translation>
    </message>
    <message>
        <source>Bỏ chọn</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>{action}: {count} đăng ký…</source>
        <translation>{action}: {count} registrations…</translation>
    </message>
    <message>
        <source>Xóa {count} bản nháp…</source>
        <translation>Delete {count} drafts…</translation>
    </message>
    <message>
        <source>Các đăng ký này được xử lý tiếp ở trang Chấm điểm hoặc Công nhận.</source>
        <translation>These registrations go on at Scoring or Recognition.</translation>
    </message>
    <message>
        <source>{count} đăng ký còn thiếu mục…</source>
        <translation>{count} registrations lack items…</translation>
    </message>
</context>
<context>
    <name>RegistrationSteps</name>
    <message>
        <source>Xóa {count} bản nháp?</source>
        <translation>Delete {count} drafts?</translation>
    </message>
    <message>
        <source>{names}

Có thể lấy lại bằng lệnh Hoàn tác.</source>
        <translation>{names}

Undo brings them back.</translation>
    </message>
    <message>
        <source>Xóa {count} bản nháp</source>
        <translation>Delete {count} drafts</translation>
    </message>
    <message>
        <source>Đã xóa {count} bản nháp.</source>
        <translation>{count} drafts deleted.</translation>
    </message>
    <message>
        <source>… và {count} mô hình khác</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <source>{action}: {count} đăng ký?</source>
        <translation>{action}: {count} registrations?</translation>
    </message>
    <message>
        <source>{count} đăng ký khác đã chọn chưa đủ điều kiện cho bước này và được giữ nguyên.</source>
        <translation>{count} other selected registrations are not ready for this step and stay as they are.</translation>
    </message>
    <message>
        <source>{action} ({count})</source>
        <translation>{action} ({count})</translation>
    </message>
    <message>
        <source>{action}: {count} đăng ký</source>
        <translation>{action}: {count} registrations</translation>
    </message>
    <message>
        <source>{count} đăng ký khác đã chọn được giữ nguyên.</source>
        <translation>{count} other chosen registrations stay as they are.</translation>
    </message>
    <message>
        <source>Đã gửi {count} đăng ký, trong đó {late} nộp muộn.</source>
        <translation>{count} registrations submitted, {late} of them late.</translation>
    </message>
    <message>
        <source>Đã gửi {count} đăng ký.</source>
        <translation>{count} registrations submitted.</translation>
    </message>
    <message>
        <source>Đã tiếp nhận {count} đăng ký.</source>
        <translation>{count} registrations accepted.</translation>
    </message>
    <message>
        <source>Đã chuyển {count} đăng ký sang đang thực hiện.</source>
        <translation>{count} registrations moved to in progress.</translation>
    </message>
    <message>
        <source>Đã trả lại {count} đăng ký để bổ sung.</source>
        <translation>{count} registrations returned for completion.</translation>
    </message>
    <message>
        <source>Đã rút lại {count} đăng ký để sửa.</source>
        <translation>{count} registrations withdrawn for correction.</translation>
    </message>
    <message>
        <source>Đã ghi nhận {count} đăng ký đang duy trì.</source>
        <translation>{count} registrations recorded as maintained.</translation>
    </message>
    <message>
        <source>Đã cho tạm dừng {count} đăng ký.</source>
        <translation>{count} registrations suspended.</translation>
    </message>
    <message>
        <source>Đã cho {count} đăng ký hoạt động trở lại.</source>
        <translation>{count} registrations resumed.</translation>
    </message>
    <message>
        <source>Đã kết thúc {count} đăng ký.</source>
        <translation>{count} registrations ended.</translation>
    </message>
    <message>
        <source>Không dòng nào đã chọn thực hiện được “{action}” lúc này.</source>
        <translation>None of the selected rows is ready for “{action}” now.</translation>
    </message>
    <message>
        <source>Chỉ xóa được bản nháp; đăng ký đã gửi thì rút lại trước.</source>
        <translation>Only drafts can be removed; take a submitted registration back first.</translation>
    </message>
</context>
<context>
    <name>RegistrationYears</name>
    <message>
        <source>Các năm khác của mô hình này</source>
        <translation>This model in other years</translation>
    </message>
    <message>
        <source>{state} · Quyết định {number}</source>
        <translation>{state} · Decision {number}</translation>
    </message>
    <message>
        <source>{unit} · {state}</source>
        <translation>{unit} · {state}</translation>
    </message>
</context>
<context>
    <name>RegistrationsPage</name>
    <message>
        <source>Đăng ký</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>Nhập tệp của đơn &amp;vị…</source>
        <translation>Import &amp;unit files…</translation>
    </message>
    <message>
        <source>Đăng ký &amp;mới</source>
        <translation>&amp;New registration</translation>
    </message>
    <message>
        <source>Đăng ký mới (Ctrl+N)</source>
        <translation>New registration (Ctrl+N)</translation>
    </message>
    <message>
        <source>Không có đăng ký nào như vậy. Hãy thử bỏ bớt điều kiện lọc.</source>
        <translation>There are no such registrations. Try fewer filters.</translation>
    </message>
    <message>
        <source>Chọn tối đa {count} đăng ký để xử lý cùng một lần.</source>
        <translation>Select at most {count} registrations to handle at once.</translation>
    </message>
    <message>
        <source>Lưu danh sách đăng ký</source>
        <translation>Save the list of registrations</translation>
    </message>
    <message>
        <source>Đã lưu “{file}”.</source>
        <translation>“{file}” is saved.</translation>
    </message>
    <message>
        <source>Lưu ra &amp;Excel…</source>
        <translation>Save as &amp;Excel…</translation>
    </message>
    <message>
        <source>Lưu danh sách đang hiện, kèm mọi mục, thành Excel</source>
        <translation>Save the list as shown, with all items, as Excel</translation>
    </message>
    <message>
        <source>Danh sách đăng ký.xlsx</source>
        <translation>Registrations.xlsx</translation>
    </message>
    <message>
        <source>Tệp Excel (*.xlsx)</source>
        <translation>Excel files (*.xlsx)</translation>
    </message>
    <message>
        <source>Chưa có đăng ký nào.
Nhấn Ctrl+N để nhập từng phiếu, Ctrl+B để gõ hoặc dán từ Excel vào bảng nhập, hoặc thả tệp của đơn vị vào đây.</source>
        <translation>No registrations yet.
Press Ctrl+N to fill in one, Ctrl+B to type or paste from Excel into the entry grid, or drop units&apos; files here.</translation>
    </message>
</context>
<context>
    <name>ReplacedKeyDialog</name>
    <message>
        <source>Cảnh báo: khóa đã đổi</source>
        <translation>Alarm: the key has changed</translation>
    </message>
    <message>
        <source>Họ tên, chức vụ người nghe máy</source>
        <translation>Name and title of the person who answered</translation>
    </message>
    <message>
        <source>16 nhóm số đã nghe</source>
        <translation>The 16 groups as heard</translation>
    </message>
    <message>
        <source>Người nghe máy xác nhận: văn phòng đã lập khóa mới vì mất máy hoặc hỏng máy.</source>
        <translation>That person confirms: the office made new keys because its computer was lost or broken.</translation>
    </message>
    <message>
        <source>Đổi sang khóa mới</source>
        <translation>Change to the new key</translation>
    </message>
    <message>
        <source>Văn phòng này có thể đã đổi khóa vì mất máy hoặc hỏng máy, cũng có thể ai đó giả danh họ. Khóa cũ vẫn giữ nguyên cho đến khi bạn gọi điện và xác nhận dưới đây.</source>
        <translation>This office may have changed its keys because a computer was lost or broken, or somebody may be posing as them. The old key stays until you have telephoned and confirmed below.</translation>
    </message>
    <message>
        <source>Thẻ này mang khóa khác với khóa đã biết</source>
        <translation>This card holds another key than the known one</translation>
    </message>
    <message>
        <source>Từ đó, gói ký bằng khóa cũ mà chưa nhập sẽ bị từ chối và họ phải gửi lại; gói đã nhập giữ nguyên. Nhật ký ghi ai xác nhận, lúc nào, đã gặp ai.</source>
        <translation>After that, packages signed with the old key and not merged yet are refused and must be sent again; what was merged stays. The journal keeps who confirmed, when, and who was spoken to.</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>1. Gọi số điện thoại mà bạn vẫn dùng. Ai nghe máy?</source>
        <translation>1. Call the number that you always use. Who answers?</translation>
    </message>
    <message>
        <source>2. Nhờ họ đọc 16 nhóm số ở mục Văn phòng của họ, bạn gõ vào đây</source>
        <translation>2. Ask them to read the 16 groups under Offices on their side, and type them here</translation>
    </message>
    <message>
        <source>3. Hỏi khóa cũ ngừng dùng từ ngày nào</source>
        <translation>3. Ask from which day the old key counts no more</translation>
    </message>
    <message>
        <source>Thẻ không nói gì về khóa cũ.</source>
        <translation>The card says nothing about the old key.</translation>
    </message>
    <message>
        <source>Thẻ ghi khóa cũ ngừng dùng từ {day}.</source>
        <translation>The card says that the old key counts no more from {day}.</translation>
    </message>
    <message>
        <source>Thẻ có cả chữ ký của khóa cũ, nhưng người lấy được máy cũng ký được như vậy.</source>
        <translation>The card also bears a signature of the old key, but whoever took the computer could make one too.</translation>
    </message>
    <message>
        <source>Nhóm thứ {number} khác với thẻ. Nghe lại; nếu vẫn khác, không dùng thẻ.</source>
        <translation>Group {number} differs from the card. Listen again; if it still differs, do not use the card.</translation>
    </message>
    <message>
        <source>Cả {total} nhóm khớp với thẻ.</source>
        <translation>All {total} groups match the card.</translation>
    </message>
    <message>
        <source>Đã gõ {count} trong {total} nhóm.</source>
        <translation>{count} of {total} groups typed.</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Đợt này chưa có số liệu cho báo cáo này.</source>
        <translation>This campaign has no figures for this report yet.</translation>
    </message>
    <message>
        <source>Tổng số</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Ghi báo cáo</source>
        <translation>Write the report</translation>
    </message>
    <message>
        <source>Ghi báo cáo {name}</source>
        <translation>Write report {name}</translation>
    </message>
    <message>
        <source>Danh sách báo cáo</source>
        <translation>List of reports</translation>
    </message>
    <message>
        <source>Bảng trên màn hình, tệp Excel, Word và PDF là một số liệu.</source>
        <translation>The table on screen and the Excel, Word and PDF files hold the same figures.</translation>
    </message>
    <message>
        <source>Ghi {format}</source>
        <translation>Write {format}</translation>
    </message>
    <message>
        <source>Chưa có số liệu</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>Khi đợt thi đua có đăng ký được gửi, báo cáo tự có số liệu.</source>
        <translation>Once registrations of the campaign are submitted, the reports have figures.</translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Biểu đồ theo đơn vị</source>
        <translation>Chart by unit</translation>
    </message>
    <message>
        <source>Biểu đồ chung</source>
        <translation>Chart of totals</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Tính báo cáo</source>
        <translation>Compute the report</translation>
    </message>
    <message>
        <source>Bấm đúp vào một dòng để xem các đăng ký của đơn vị đó.</source>
        <translation>Double-click a row to see the registrations of that unit.</translation>
    </message>
    <message>
        <source>Báo cáo này không vẽ thành biểu đồ được.</source>
        <translation>This report cannot be drawn as a chart.</translation>
    </message>
    <message>
        <source>Đã ghi {file} vào thư mục {folder}.</source>
        <translation>{file} is written to {folder}.</translation>
    </message>
    <message>
        <source>Đang tính báo cáo…</source>
        <translation>Computing the report…</translation>
    </message>
    <message>
        <source>Số liệu hiện ra ngay khi xong.</source>
        <translation>The figures appear as soon as it is done.</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Lọc theo việc sẽ làm</source>
        <translation>Filter by what will happen</translation>
    </message>
    <message>
        <source>Tìm trong các dòng</source>
        <translation>Search in the rows</translation>
    </message>
    <message>
        <source>Các dòng của tệp</source>
        <translation>Rows of the file</translation>
    </message>
    <message>
        <source>Không có dòng nào như vậy.</source>
        <translation>There are no such rows.</translation>
    </message>
    <message>
        <source>Nhập {ticked}/{count} dòng</source>
        <translation>Import {ticked}/{count} rows</translation>
    </message>
    <message>
        <source>Bỏ chọn hết</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>Chọn hết</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Đang có</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Tệp ghi</source>
        <translation>The file says</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>SavedFiltersButton</name>
    <message>
        <source>&amp;Bộ lọc đã lưu</source>
        <translation>Saved &amp;filters</translation>
    </message>
    <message>
        <source>Chưa lưu bộ lọc nào</source>
        <translation>No filter is saved yet</translation>
    </message>
    <message>
        <source>&amp;Lưu bộ lọc đang dùng…</source>
        <translation>&amp;Save the present filter…</translation>
    </message>
    <message>
        <source>Đổ&amp;i tên</source>
        <translation>&amp;Rename</translation>
    </message>
    <message>
        <source>&amp;Xóa</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Bộ lọc “{name}” nhắc đến giá trị không còn nữa: {values}. Các điều kiện khác vẫn được dùng; hãy sửa bộ lọc rồi lưu lại.</source>
        <translation>The filter “{name}” names values that are no more: {values}. Its other conditions are used; change the filter and save it again.</translation>
    </message>
    <message>
        <source>Bộ lọc đã cũ</source>
        <translation>The filter is out of date</translation>
    </message>
    <message>
        <source>Lưu bộ lọc</source>
        <translation>Save the filter</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Đã có bộ lọc tên “{name}”. Ghi đè bằng bộ lọc đang dùng?</source>
        <translation>There is a filter named “{name}” already. Overwrite it with the present one?</translation>
    </message>
    <message>
        <source>Ghi đè bộ lọc</source>
        <translation>Overwrite the filter</translation>
    </message>
    <message>
        <source>Ghi đè</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>Đã lưu bộ lọc “{name}”.</source>
        <translation>Filter “{name}” is saved.</translation>
    </message>
    <message>
        <source>Đổi tên bộ lọc</source>
        <translation>Rename the filter</translation>
    </message>
    <message>
        <source>Xóa bộ lọc “{name}”? Không đăng ký nào bị xóa.</source>
        <translation>Delete the filter “{name}”? No registration is deleted.</translation>
    </message>
    <message>
        <source>Xóa bộ lọc</source>
        <translation>Delete the filter</translation>
    </message>
</context>
<context>
    <name>ScoringBar</name>
    <message>
        <source>Họ và tên người chấm</source>
        <translation>Full name of the scorer</translation>
    </message>
    <message>
        <source>&amp;Loại phiếu</source>
        <translation>&amp;Kind of sheet</translation>
    </message>
    <message>
        <source>&amp;Người chấm</source>
        <translation>S&amp;corer</translation>
    </message>
</context>
<context>
    <name>ScoringPage</name>
    <message>
        <source>Chấm điểm</source>
        <translation>Scoring</translation>
    </message>
    <message>
        <source>Phiếu còn mục phải sửa, chưa chốt được.</source>
        <translation>Some items are to be mended before the sheet can be closed.</translation>
    </message>
    <message>
        <source>{name}

Tổng điểm: {total}. Sau khi chốt, phiếu không sửa được nữa.</source>
        <translation>{name}

Total: {total}. Once closed, the sheet can no longer be changed.</translation>
    </message>
    <message>
        <source>Chốt phiếu này?</source>
        <translation>Close this sheet?</translation>
    </message>
    <message>
        <source>Chốt phiếu</source>
        <translation>Close the sheet</translation>
    </message>
    <message>
        <source>Chưa có phiếu nào để chấm</source>
        <translation>No sheet to fill in yet</translation>
    </message>
    <message>
        <source>Đăng ký đã tiếp nhận sẽ hiện ở đây để tự chấm, rồi đến Hội đồng chấm.</source>
        <translation>Accepted registrations appear here for the unit&apos;s own score, then for the council&apos;s.</translation>
    </message>
    <message>
        <source>&amp;Chấm phiếu</source>
        <translation>&amp;Sheets</translation>
    </message>
    <message>
        <source>&amp;Kết quả</source>
        <translation>&amp;Results</translation>
    </message>
    <message>
        <source>{count} mô hình đã tự chấm · {judged} đã có điểm của Hội đồng</source>
        <translation>{count} models scored by their units · {judged} by the council</translation>
    </message>
    <message>
        <source>Chưa có phiếu nào được chốt.</source>
        <translation>No sheet is closed yet.</translation>
    </message>
    <message>
        <source>Đã chấm xong mọi phiếu trong danh sách.</source>
        <translation>All sheets of the list are done.</translation>
    </message>
    <message>
        <source>Đăng ký chưa được tiếp nhận nên chưa chấm được.</source>
        <translation>The registration is not accepted yet, so it cannot be scored.</translation>
    </message>
    <message>
        <source>Đơn vị chưa tự chấm nên chưa đến lượt phiếu này.</source>
        <translation>The unit has not scored itself yet, so it is not the turn of this sheet.</translation>
    </message>
    <message>
        <source>Hãy ghi tên người chấm ở trên rồi chấm.</source>
        <translation>Please type the name of the scorer above first.</translation>
    </message>
    <message>
        <source>Phiếu có ô không đọc được nên chưa lưu được.</source>
        <translation>A box of the sheet cannot be read, so it is not stored.</translation>
    </message>
    <message>
        <source>Đã chốt phiếu: {name}</source>
        <translation>Sheet closed: {name}</translation>
    </message>
    <message>
        <source>Đã lưu tạm: {name}</source>
        <translation>Draft kept: {name}</translation>
    </message>
    <message>
        <source>Đã tự chấm xong</source>
        <translation>All self-scores are done</translation>
    </message>
    <message>
        <source>Mọi đăng ký đến lượt đều đã tự chấm; tiếp theo là phiếu của Hội đồng.</source>
        <translation>Every registration whose turn it is has scored itself; the council&apos;s sheets come next.</translation>
    </message>
    <message>
        <source>Chấm phiếu Hội đồng</source>
        <translation>Fill the council&apos;s sheets</translation>
    </message>
</context>
<context>
    <name>ScoringPanel</name>
    <message>
        <source>Nhận xét của người chấm (không bắt buộc)</source>
        <translation>Comment of the scorer (optional)</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Đã chốt</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Mẫu, cần sửa theo hướng dẫn của tỉnh</source>
        <translation>Example, to be adapted to the province&apos;s guidance</translation>
    </message>
    <message>
        <source>Đã chốt ngày {day}</source>
        <translation>Closed on {day}</translation>
    </message>
    <message>
        <source>{name}, phiên bản {version}</source>
        <translation>{name}, version {version}</translation>
    </message>
    <message>
        <source>Phiếu trước (Ctrl+PgUp)</source>
        <translation>Sheet before (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>Phiếu sau (Ctrl+PgDn)</source>
        <translation>Next sheet (Ctrl+PgDn)</translation>
    </message>
    <message>
        <source>Lưu &amp;tạm</source>
        <translation>Keep as &amp;draft</translation>
    </message>
    <message>
        <source>Lưu để chấm tiếp sau (Ctrl+S)</source>
        <translation>Keep it to go on later (Ctrl+S)</translation>
    </message>
    <message>
        <source>Chốt phiếu, sau đó không sửa được (Ctrl+Enter)</source>
        <translation>Close the sheet for good (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>/ {maximum} điểm</source>
        <translation>/ {maximum} points</translation>
    </message>
    <message>
        <source>Theo phiếu này: {rank}</source>
        <translation>By this sheet: {rank}</translation>
    </message>
    <message>
        <source>Còn {count} tiêu chí</source>
        <translation>{count} criteria left</translation>
    </message>
    <message>
        <source>Chốt &amp;phiếu</source>
        <translation>&amp;Finish sheet</translation>
    </message>
</context>
<context>
    <name>ScoringQueue</name>
    <message>
        <source>Hiện</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Tìm mô hình, đơn vị</source>
        <translation>Find a model or a unit</translation>
    </message>
    <message>
        <source>Mô hình cần chấm</source>
        <translation>Models to score</translation>
    </message>
    <message>
        <source>Cần chấm ({count})</source>
        <translation>To score ({count})</translation>
    </message>
    <message>
        <source>Đã chốt ({count})</source>
        <translation>Closed ({count})</translation>
    </message>
    <message>
        <source>Tất cả ({count})</source>
        <translation>All ({count})</translation>
    </message>
    <message>
        <source>Đã chốt {done}/{total} phiếu</source>
        <translation>{done}/{total} sheets closed</translation>
    </message>
    <message>
        <source>Không còn phiếu nào ở mục này.</source>
        <translation>No sheet is left here.</translation>
    </message>
    <message>
        <source>Chưa có đăng ký nào đến lượt chấm loại phiếu này.</source>
        <translation>It is no registration&apos;s turn for this kind of sheet yet.</translation>
    </message>
</context>
<context>
    <name>ScoringResults</name>
    <message>
        <source>Tìm mô hình, đơn vị</source>
        <translation>Find a model or a unit</translation>
    </message>
    <message>
        <source>Kết quả chấm</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Chưa có phiếu nào được chốt nên chưa có kết quả.</source>
        <translation>No sheet is closed yet, so there are no results.</translation>
    </message>
    <message>
        <source>Cách tính</source>
        <translation>How it was reckoned</translation>
    </message>
    <message>
        <source>{count} mô hình đã có điểm chung</source>
        <translation>{count} models have a combined score</translation>
    </message>
    <message>
        <source>{count} mô hình bằng điểm (dấu =)</source>
        <translation>{count} models are tied (sign =)</translation>
    </message>
    <message>
        <source>Chọn một mô hình để xem điểm được tính như thế nào.</source>
        <translation>Choose a model to see how its score came about.</translation>
    </message>
    <message>
        <source>Mới có điểm tự chấm; chưa có phiếu của Hội đồng.</source>
        <translation>Only the unit&apos;s own score is there; the council has no sheet yet.</translation>
    </message>
    <message>
        <source>Bằng điểm với mô hình khác ở hạng {place}; Hội đồng quyết định thứ tự.</source>
        <translation>Tied with another model at place {place}; the council decides the order.</translation>
    </message>
</context>
<context>
    <name>ScoringSheet</name>
    <message>
        <source>Điểm thưởng</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>Cộng vào tổng; để trống nếu không có.</source>
        <translation>Added to the total; leave empty if there is none.</translation>
    </message>
    <message>
        <source>Điểm trừ</source>
        <translation>Deduction</translation>
    </message>
    <message>
        <source>Trừ khỏi tổng; để trống nếu không có.</source>
        <translation>Taken from the total; leave empty if there is none.</translation>
    </message>
    <message>
        <source>Tối đa {maximum} điểm, theo bước {step}.</source>
        <translation>At most {maximum} points, in steps of {step}.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>SectorsSection</name>
    <message>
        <source>Lĩnh vực</source>
        <translation>Sectors</translation>
    </message>
    <message>
        <source>Của đợt thi đua đang chọn ở phía trên.</source>
        <translation>Of the campaign that is chosen above.</translation>
    </message>
    <message>
        <source>Thêm lĩnh vực</source>
        <translation>Add a sector</translation>
    </message>
    <message>
        <source>Chưa có lĩnh vực nào.</source>
        <translation>There is no sector yet.</translation>
    </message>
    <message>
        <source>Lĩnh vực riêng</source>
        <translation>A sector of its own</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tên lĩnh vực</source>
        <translation>Name of the sector</translation>
    </message>
    <message>
        <source>Khi tổng hợp, cộng vào</source>
        <translation>In totals, counts as</translation>
    </message>
    <message>
        <source>Cho lĩnh vực chỉ dùng ở cơ sở, báo cáo lên trên theo lĩnh vực khác</source>
        <translation>For a sector used only here and reported upwards as another one</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>Mã này đã dùng cho lĩnh vực khác.</source>
        <translation>Another sector has this code.</translation>
    </message>
    <message>
        <source>Đã lưu lĩnh vực “{name}”.</source>
        <translation>Sector “{name}” is saved.</translation>
    </message>
    <message>
        <source>Xóa lĩnh vực “{name}”?</source>
        <translation>Delete the sector “{name}”?</translation>
    </message>
    <message>
        <source>Chỉ xóa được lĩnh vực chưa có đăng ký nào.</source>
        <translation>Only a sector without registrations can be deleted.</translation>
    </message>
    <message>
        <source>Xóa lĩnh vực</source>
        <translation>Delete the sector</translation>
    </message>
</context>
<context>
    <name>SendOptionsBox</name>
    <message>
        <source>Một tệp, không chia</source>
        <translation>One file, not split</translation>
    </message>
    <message>
        <source>Chia, mỗi tệp đến 20 MB</source>
        <translation>Split, up to 20 MB a file</translation>
    </message>
    <message>
        <source>Chia, mỗi tệp đến 25 MB</source>
        <translation>Split, up to 25 MB a file</translation>
    </message>
    <message>
        <source>Chia theo cỡ khác…</source>
        <translation>Split by another size…</translation>
    </message>
    <message>
        <source>Cỡ mỗi tệp, MB</source>
        <translation>Size of a file, MB</translation>
    </message>
    <message>
        <source>Không mã hóa</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>Mã hóa, chỉ nơi nhận mở được</source>
        <translation>Encrypted, only the recipient can open it</translation>
    </message>
    <message>
        <source>Mã hóa bằng mật khẩu</source>
        <translation>Encrypted with a passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu của gói</source>
        <translation>Passphrase of the package</translation>
    </message>
    <message>
        <source>Từ 8 ký tự, đọc được qua điện thoại</source>
        <translation>8 characters or more, easy to read out</translation>
    </message>
    <message>
        <source>Gửi lại cả tệp đính kèm mà nơi nhận đã có</source>
        <translation>Send again the attachments that the recipient has</translation>
    </message>
    <message>
        <source>Chỉ cần khi nơi nhận báo mất tệp; bình thường chỉ gửi tệp chưa có biên nhận.</source>
        <translation>Needed only when the recipient has lost files; normally only files without a receipt are sent.</translation>
    </message>
    <message>
        <source>Hãy ghi cỡ mỗi tệp bằng số MB, ví dụ 10.</source>
        <translation>Enter the size of a file in MB, such as 10.</translation>
    </message>
    <message>
        <source>Mật khẩu cần ít nhất {least} ký tự.</source>
        <translation>The passphrase needs at least {least} characters.</translation>
    </message>
    <message>
        <source>Cỡ tệp</source>
        <translation>File size</translation>
    </message>
    <message>
        <source>Mã hóa</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>Tạo giúp</source>
        <translation>Suggest one</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Chỉ máy giữ khóa của nơi nhận mở được tệp, không cần mật khẩu.</source>
        <translation>Only the computer with the recipient&apos;s keys opens the file; no passphrase is needed.</translation>
    </message>
    <message>
        <source>Đọc mật khẩu cho nơi nhận qua điện thoại; đừng gửi cùng thư với tệp.</source>
        <translation>Tell the recipient the passphrase by telephone; do not send it in the same mail as the file.</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>Nơi nhận</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Các gói đã gửi</source>
        <translation>Packages sent</translation>
    </message>
    <message>
        <source>Chưa gửi gói nào từ máy này.</source>
        <translation>No package has been sent from this computer yet.</translation>
    </message>
    <message>
        <source>Ghi gói gửi {name}</source>
        <translation>Write the package for {name}</translation>
    </message>
    <message>
        <source>Gửi dữ liệu bằng một tệp</source>
        <translation>Send data as one file</translation>
    </message>
    <message>
        <source>cấp trên</source>
        <translation>above</translation>
    </message>
    <message>
        <source>cấp dưới</source>
        <translation>below</translation>
    </message>
    <message>
        <source>Chưa biết nơi nhận nào. Hãy xin tệp thẻ (.dvkcard) của văn phòng cấp trên và nhập ở mục Văn phòng.</source>
        <translation>No recipient is known yet. Ask the office above for its card (.dvkcard) and import it under Offices.</translation>
    </message>
    <message>
        <source>Gửi lên cấp trên…</source>
        <translation>Send up…</translation>
    </message>
    <message>
        <source>Gửi xuống cấp dưới…</source>
        <translation>Send down…</translation>
    </message>
    <message>
        <source>Gói báo cáo mang mọi đăng ký, tiến độ, phiếu chấm và quyết định của văn phòng này và các đơn vị bên dưới. Gửi lại bao nhiêu lần cũng được: nơi nhận chỉ lấy phần mới.</source>
        <translation>The report package carries all registrations, progress, score sheets and decisions of this office and the units below it. Send it as often as you like: the recipient takes only what is new.</translation>
    </message>
    <message>
        <source>Gói triển khai mang đợt thi đua, lĩnh vực, thời hạn, mẫu phiếu, danh mục đơn vị và kết quả xét duyệt. Gửi lại bao nhiêu lần cũng được.</source>
        <translation>The deployment package carries campaigns, sectors, deadlines, score forms, the register of units and what was decided. Send it as often as you like.</translation>
    </message>
    <message>
        <source>bao-cao</source>
        <translation>report</translation>
    </message>
    <message>
        <source>trien-khai</source>
        <translation>deployment</translation>
    </message>
    <message>
        <source>Gói dữ liệu</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Đã ghi {kind} số {number} cho {name}: {counts}.</source>
        <translation>Written: {kind} no. {number} for {name}: {counts}.</translation>
    </message>
    <message>
        <source>Tệp {file} nằm trong {folder}. Bước tiếp: gửi tệp qua thư điện tử hoặc chép vào USB. Nơi nhận nhập xong sẽ gửi lại biên nhận; thả biên nhận vào trang này. Chưa có biên nhận thì chưa chắc gói đã tới nơi.</source>
        <translation>File {file} lies in {folder}. Next: send it by email or copy it to a USB stick. After merging it the recipient sends a receipt; drop the receipt on this page. Without it nobody can be sure that the package arrived.</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Sao chép đường dẫn</source>
        <translation>Copy path</translation>
    </message>
    <message>
        <source>Đã ghi gói, chờ biên nhận.</source>
        <translation>The package is written and waits for its receipt.</translation>
    </message>
    <message>
        <source>Nhập thẻ của nơi nhận…</source>
        <translation>Import the recipient&apos;s card…</translation>
    </message>
    <message>
        <source>In phiếu bàn giao…</source>
        <translation>Print handover slip…</translation>
    </message>
    <message>
        <source>Gói gồm {count} tệp, gửi đủ cả: {names}.</source>
        <translation>The package has {count} files, send all of them: {names}.</translation>
    </message>
    <message>
        <source>Tệp {names} lớn hơn cỡ đã chọn vì có tệp đính kèm quá lớn; hãy chép vào USB.</source>
        <translation>{names}: larger than the size chosen because an attachment is too large; copy to a USB stick.</translation>
    </message>
    <message>
        <source>Tệp đã ghi trọn lên USB và đọc lại đúng. Có thể rút USB.</source>
        <translation>The file lies whole on the USB stick and reads back right. The stick may be pulled.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Các mục thiết lập</source>
        <translation>Sections of the settings</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Văn phòng</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signatories</translation>
    </message>
    <message>
        <source>Đợt thi đua</source>
        <translation>Campaigns</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Sectors</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Nhật ký thay đổi</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Gia hạn</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message>
        <source>Trang của tệp</source>
        <translation>Sheets of the file</translation>
    </message>
    <message>
        <source>Các dòng đầu của trang</source>
        <translation>First rows of the sheet</translation>
    </message>
    <message>
        <source>Trang này không có chữ nào.</source>
        <translation>There is no text in this sheet.</translation>
    </message>
    <message>
        <source>Đây là dòng tiêu đề</source>
        <translation>This is the header row</translation>
    </message>
    <message>
        <source>Trang này không phải danh sách</source>
        <translation>This sheet is no list</translation>
    </message>
    <message>
        <source>Quên</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Để chương trình tự tìm lại dòng tiêu đề</source>
        <translation>Lets the program find the header row again</translation>
    </message>
    <message>
        <source>Tệp mẫu: danh sách được nhận theo mã ẩn, không phải chọn dòng.</source>
        <translation>A template: its list is known by hidden keys, no row need be chosen.</translation>
    </message>
    <message>
        <source>Bạn đã nói trang này không phải danh sách.</source>
        <translation>You have said that this sheet is no list.</translation>
    </message>
    <message>
        <source>Không thấy danh sách ở trang này. Nếu có, hãy bấm vào dòng tiêu đề của nó rồi bấm “Đây là dòng tiêu đề”.</source>
        <translation>No list was found in this sheet. If there is one, click its header row and then “This is the header row”.</translation>
    </message>
    <message>
        <source>Tiêu đề ở dòng {rows}, như bạn đã chọn.</source>
        <translation>Header in row {rows}, as you have chosen.</translation>
    </message>
    <message>
        <source>Tiêu đề ở dòng {rows}. Nếu không đúng, bấm vào dòng đúng.</source>
        <translation>Header in row {rows}. If that is wrong, click the right row.</translation>
    </message>
</context>
<context>
    <name>SignatoriesSection</name>
    <message>
        <source>Người ký</source>
        <translation>Signatories</translation>
    </message>
    <message>
        <source>Giấy đã ký giữ nguyên tên và chức vụ lúc ký.</source>
        <translation>Papers keep the name and title they were signed with.</translation>
    </message>
    <message>
        <source>Thêm người ký</source>
        <translation>Add a signatory</translation>
    </message>
    <message>
        <source>Chưa có ai. Quyết định và giấy chứng nhận cần một người ký.</source>
        <translation>Nobody yet. Decisions and certificates need a signatory.</translation>
    </message>
    <message>
        <source>Cơ quan ký là tập thể cấp ủy Đảng</source>
        <translation>The body is a committee of the Party</translation>
    </message>
    <message>
        <source>Xem theo thể thức</source>
        <translation>Shown in the style of</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Hình thức ký</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Thay mặt cơ quan</source>
        <translation>On behalf of</translation>
    </message>
    <message>
        <source>Ký thay chức vụ</source>
        <translation>Signs for the title</translation>
    </message>
    <message>
        <source>Được ký từ ngày</source>
        <translation>Signs from</translation>
    </message>
    <message>
        <source>Đến hết ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Phần ký sẽ in</source>
        <translation>Signature as printed</translation>
    </message>
    <message>
        <source>Bỏ khỏi danh sách</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>(họ tên)</source>
        <translation>(name)</translation>
    </message>
    <message>
        <source>Cần điền mục này.</source>
        <translation>Please fill this in.</translation>
    </message>
    <message>
        <source>Ký thay mặt thì phải có tên cơ quan.</source>
        <translation>To sign on behalf, the name of the body is needed.</translation>
    </message>
    <message>
        <source>Ký thay thì phải có chức vụ của người đứng đầu.</source>
        <translation>To sign for the head, the title of the head is needed.</translation>
    </message>
    <message>
        <source>Đã lưu người ký “{name}”.</source>
        <translation>Signatory “{name}” is saved.</translation>
    </message>
    <message>
        <source>Bỏ “{name}” khỏi danh sách người ký?</source>
        <translation>Take “{name}” off the list of signatories?</translation>
    </message>
    <message>
        <source>Giấy tờ đã ký vẫn giữ tên người này.</source>
        <translation>Signed papers keep this name.</translation>
    </message>
    <message>
        <source>Bỏ người ký</source>
        <translation>Take off</translation>
    </message>
</context>
<context>
    <name>SiteTableModel</name>
    <message>
        <source>Tên điểm</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Số tổ</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>SitesPanel</name>
    <message>
        <source>Chưa chọn</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>{sites} điểm mô hình · {groups} tổ · {households} hộ</source>
        <translation>{sites} sites · {groups} groups · {households} households</translation>
    </message>
    <message>
        <source>Khay nhớ tạm không có dòng nào để dán.</source>
        <translation>The clipboard holds no rows to paste.</translation>
    </message>
    <message>
        <source>Đã dán {count} điểm. Ctrl+Z để hoàn tác.</source>
        <translation>{count} sites pasted. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>Đã bỏ {count} điểm. Ctrl+Z để hoàn tác.</source>
        <translation>{count} sites removed. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>“{heading}” phải là số nguyên, ví dụ 12. Ô giữ nguyên số cũ.</source>
        <translation>“{heading}” must be a whole number, such as 12. The cell keeps its old one.</translation>
    </message>
    <message>
        <source>Các điểm áp dụng mô hình</source>
        <translation>Sites of the model</translation>
    </message>
    <message>
        <source>Thêm điểm</source>
        <translation>Add a site</translation>
    </message>
    <message>
        <source>Dán từ Excel</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>Chuyển lên</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Chuyển xuống</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Bỏ các điểm đang chọn</source>
        <translation>Remove the selected sites</translation>
    </message>
    <message>
        <source>Điểm là nơi mô hình được áp dụng, mỗi điểm có thể có nhiều tổ. Dán từ Excel theo thứ tự: tên điểm, địa chỉ, số tổ, số hộ, ghi chú.</source>
        <translation>A site is a place where the model is applied; it may have several groups. Paste from Excel in this order: site, address, groups, households, note.</translation>
    </message>
</context>
<context>
    <name>SortDialog</name>
    <message>
        <source>Sắp xếp</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>&amp;Thêm cột</source>
        <translation>&amp;Add a column</translation>
    </message>
    <message>
        <source>&amp;Sắp xếp</source>
        <translation>&amp;Sort</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cũng có thể giữ Shift và bấm lần lượt vào các tiêu đề cột.</source>
        <translation>You can also hold Shift and click the column headers one after another.</translation>
    </message>
    <message>
        <source>Sắp xếp theo</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>rồi theo</source>
        <translation>then by</translation>
    </message>
    <message>
        <source>Tăng dần (A → Z)</source>
        <translation>Ascending (A → Z)</translation>
    </message>
    <message>
        <source>Giảm dần (Z → A)</source>
        <translation>Descending (Z → A)</translation>
    </message>
    <message>
        <source>Cột thứ {number}</source>
        <translation>Column {number}</translation>
    </message>
    <message>
        <source>Chiều của cột thứ {number}</source>
        <translation>Direction of column {number}</translation>
    </message>
    <message>
        <source>Đưa lên trước</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Bỏ cột này</source>
        <translation>Remove this column</translation>
    </message>
</context>
<context>
    <name>StoredUndo</name>
    <message>
        <source>Không còn gì để hoàn tác.</source>
        <translation>Nothing is left to undo.</translation>
    </message>
    <message>
        <source>Không còn gì để làm lại.</source>
        <translation>Nothing is left to redo.</translation>
    </message>
</context>
<context>
    <name>TargetsSection</name>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Số mô hình ít nhất mỗi đơn vị đăng ký trong đợt đang chọn.</source>
        <translation>The least number of models each unit registers in the chosen campaign.</translation>
    </message>
    <message>
        <source>Chưa giao chỉ tiêu cho đơn vị nào.</source>
        <translation>No unit has a target yet.</translation>
    </message>
    <message>
        <source>Mọi đơn vị khác</source>
        <translation>Every other unit</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Số mô hình ít nhất</source>
        <translation>Least number of models</translation>
    </message>
    <message>
        <source>Bỏ chỉ tiêu</source>
        <translation>Remove the target</translation>
    </message>
    <message>
        <source>Hãy ghi một số, như 2.</source>
        <translation>Please enter a number, such as 2.</translation>
    </message>
    <message>
        <source>Đã lưu chỉ tiêu.</source>
        <translation>The target is saved.</translation>
    </message>
    <message>
        <source>Đã bỏ chỉ tiêu.</source>
        <translation>The target is removed.</translation>
    </message>
</context>
<context>
    <name>TaskStrip</name>
    <message>
        <source>Thông báo</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Đang dừng…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Tạo tệp mẫu cho đơn vị</source>
        <translation>Make templates for units</translation>
    </message>
    <message>
        <source>Các đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Không có đơn vị nào như vậy.</source>
        <translation>There are no such units.</translation>
    </message>
    <message>
        <source>Tìm đơn vị</source>
        <translation>Search units</translation>
    </message>
    <message>
        <source>Ghi {count} tệp mẫu</source>
        <translation>Write {count} templates</translation>
    </message>
    <message>
        <source>Chọn thư mục ghi tệp mẫu</source>
        <translation>Choose the folder for the templates</translation>
    </message>
    <message>
        <source>Ghi vào</source>
        <translation>Write to</translation>
    </message>
    <message>
        <source>Chọn thư mục…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mỗi đơn vị một tệp Excel có sẵn danh mục để chọn, mô hình năm trước và đăng ký đã có. Tệp gửi về được nhận chắc chắn, không phải đoán.</source>
        <translation>One Excel file for each unit, with lists to choose from, last year&apos;s models and what is registered already. A returned file is known for sure, without guessing.</translation>
    </message>
    <message>
        <source>{count} tệp đã có trong thư mục</source>
        <translation>{count} files are in the folder already</translation>
    </message>
    <message>
        <source>Ghi lại thì tệp cũ mất, kể cả những gì đã ghi vào đó. Nếu đơn vị đã điền, hãy nhập các tệp ấy trước, hoặc chọn thư mục khác.</source>
        <translation>Writing again replaces them with everything that was entered there. If units have filled them in, please import those files first, or choose another folder.</translation>
    </message>
    <message>
        <source>Ghi lại {count} tệp</source>
        <translation>Replace {count} files</translation>
    </message>
    <message>
        <source>Chọn đơn vị</source>
        <translation>Choose units</translation>
    </message>
    <message>
        <source>Bỏ chọn hết</source>
        <translation>Choose none</translation>
    </message>
    <message>
        <source>Chọn hết ({count})</source>
        <translation>Choose all ({count})</translation>
    </message>
    <message>
        <source>Đã ghi {count} tệp mẫu vào “{folder}”.</source>
        <translation>{count} templates were written to “{folder}”.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Thu gọn thanh bên</source>
        <translation>Fold the side bar</translation>
    </message>
    <message>
        <source>Dân vận khéo</source>
        <translation>Dân vận khéo</translation>
    </message>
    <message>
        <source>Đợt thi đua</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Đợt thi đua đang xem</source>
        <translation>The campaign shown</translation>
    </message>
    <message>
        <source>Tìm mô hình, đơn vị, quyết định… (Ctrl+K)</source>
        <translation>Find models, units, decisions… (Ctrl+K)</translation>
    </message>
    <message>
        <source>Chưa có đợt thi đua</source>
        <translation>No campaign yet</translation>
    </message>
</context>
<context>
    <name>TypedCount</name>
    <message>
        <source>Gõ số lượng để xác nhận ({count}):</source>
        <translation>Type the number to confirm ({count}):</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>cuối danh sách</source>
        <translation>at the end of the list</translation>
    </message>
    <message>
        <source>Năm nay không phải đăng ký mô hình</source>
        <translation>Owes no registration this year</translation>
    </message>
    <message>
        <source>Không có (đứng đầu)</source>
        <translation>None (at the top)</translation>
    </message>
    <message>
        <source>{count} đăng ký trong đợt này</source>
        <translation>{count} registrations in this campaign</translation>
    </message>
    <message>
        <source>Chưa có đăng ký trong đợt này</source>
        <translation>No registrations in this campaign yet</translation>
    </message>
    <message>
        <source>Đơn vị mới</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Tên đơn vị</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Thuộc</source>
        <translation>Below</translation>
    </message>
    <message>
        <source>Có từ ngày</source>
        <translation>Exists from</translation>
    </message>
    <message>
        <source>Đến hết ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Thứ tự trong danh sách</source>
        <translation>Place in the list</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Thêm đơn vị bên dưới đơn vị này</source>
        <translation>Add a unit below this one</translation>
    </message>
    <message>
        <source>Giải thể…</source>
        <translation>Dissolve…</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ngày chưa đúng. Hãy nhập ngày/tháng/năm.</source>
        <translation>Not a date. Please enter day/month/year.</translation>
    </message>
    <message>
        <source>Ngày kết thúc đứng trước ngày bắt đầu.</source>
        <translation>The end stands before the beginning.</translation>
    </message>
</context>
<context>
    <name>UnitTreeModel</name>
    <message>
        <source>Tên đơn vị</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>Hết hiệu lực sau ngày {day}</source>
        <translation>No longer valid after {day}</translation>
    </message>
    <message>
        <source>Không phải đăng ký</source>
        <translation>Owes no registration</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Tìm đơn vị theo tên hoặc mã</source>
        <translation>Find a unit by name or code</translation>
    </message>
    <message>
        <source>{count} đơn vị, {owing} đơn vị phải đăng ký</source>
        <translation>{count} units, {owing} of them owe registrations</translation>
    </message>
    <message>
        <source>Bỏ những gì vừa sửa?</source>
        <translation>Drop what was changed?</translation>
    </message>
    <message>
        <source>Đơn vị đang mở có chỗ chưa lưu.</source>
        <translation>The unit that is open has unsaved changes.</translation>
    </message>
    <message>
        <source>Bỏ, không lưu</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>Nhập danh sách đơn vị từ {file}</source>
        <translation>Taking in a list of units from {file}</translation>
    </message>
    <message>
        <source>Cây đơn vị</source>
        <translation>Tree of units</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Nhập từ Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Thêm đơn vị</source>
        <translation>Add a unit</translation>
    </message>
    <message>
        <source>Chọn một đơn vị</source>
        <translation>Choose a unit</translation>
    </message>
    <message>
        <source>Chọn ở cây bên trái để xem và sửa. Kéo một đơn vị thả lên đơn vị khác để chuyển.</source>
        <translation>Choose one in the tree to see and change it. Drag a unit onto another one to move it.</translation>
    </message>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>“{name}” is saved.</translation>
    </message>
    <message>
        <source>Chuyển “{name}”?</source>
        <translation>Move “{name}”?</translation>
    </message>
    <message>
        <source>Đơn vị này và mọi đơn vị dưới nó sẽ thuộc “{above}”.</source>
        <translation>This unit and all units below it will belong to “{above}”.</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Xóa “{name}”?</source>
        <translation>Delete “{name}”?</translation>
    </message>
    <message>
        <source>Chỉ xóa đơn vị nhập nhầm. Đơn vị không còn hoạt động thì chọn Giải thể.</source>
        <translation>Delete only a unit that was entered by mistake. One that is no more is dissolved instead.</translation>
    </message>
    <message>
        <source>Xóa đơn vị</source>
        <translation>Delete the unit</translation>
    </message>
    <message>
        <source>Bảng tính</source>
        <translation>Workbooks</translation>
    </message>
    <message>
        <source>Chọn danh sách đơn vị</source>
        <translation>Choose a list of units</translation>
    </message>
</context>
<context>
    <name>ValueList</name>
    <message>
        <source>Các giá trị của cột</source>
        <translation>Values of the column</translation>
    </message>
    <message>
        <source>(Chọn tất cả kết quả)</source>
        <translation>(Choose all found)</translation>
    </message>
    <message>
        <source>(Chọn tất cả)</source>
        <translation>(Choose all)</translation>
    </message>
    <message>
        <source>(Trống)</source>
        <translation>(Empty)</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Không có việc nào đang chờ.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào. Hãy sao lưu ngay.</source>
        <translation>There is no backup yet. Back up now.</translation>
    </message>
    <message>
        <source>Bản sao lưu gần nhất đã {days} ngày. Hãy sao lưu lại.</source>
        <translation>The latest backup is {days} days old. Back up again.</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>Các từ trong tệp</source>
        <translation>Words in the file</translation>
    </message>
    <message>
        <source>Chọn nghĩa…</source>
        <translation>Choose a meaning…</translation>
    </message>
    <message>
        <source>“{word}” nghĩa là</source>
        <translation>“{word}” means</translation>
    </message>
    <message>
        <source>Tệp không có cột lĩnh vực, đối tượng hay loại đăng ký, cũng không có tiêu đề nhóm.</source>
        <translation>The file has no column for sector, subject or kind of registration, and no group headings.</translation>
    </message>
    <message>
        <source>{item}: {value}</source>
        <translation>{item}: {value}</translation>
    </message>
    <message>
        <source>Tiêu đề không có nghĩa gì</source>
        <translation>A heading without meaning</translation>
    </message>
</context>
<context>
    <name>_UnitRow</name>
    <message>
        <source>Bỏ đơn vị này</source>
        <translation>Remove this unit</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Khôi phục dữ liệu</source>
        <translation>Restoring the data</translation>
    </message>
    <message>
        <source>Lập văn phòng</source>
        <translation>Set up the office</translation>
    </message>
    <message>
        <source>Mở dữ liệu</source>
        <translation>Opening the data</translation>
    </message>
    <message>
        <source>Mở năm mẫu</source>
        <translation>Open the sample year</translation>
    </message>
    <message>
        <source>Đọc gói của cấp trên</source>
        <translation>Reading the package of the office above</translation>
    </message>
</context>
<context>
    <name>backup_columns</name>
    <message>
        <source>Dùng được</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Cỡ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>ballot_columns</name>
    <message>
        <source>Mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Không đồng ý</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>Mức thấp hơn</source>
        <translation>Lower level</translation>
    </message>
    <message>
        <source>Không ý kiến</source>
        <translation>Abstain</translation>
    </message>
    <message>
        <source>Hỏng</source>
        <translation>Invalid</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Số phiếu không khớp</source>
        <translation>Does not add up</translation>
    </message>
    <message>
        <source>Chưa ghi</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>Thông qua {count}/{base}</source>
        <translation>Passed {count}/{base}</translation>
    </message>
    <message>
        <source>Mức thấp hơn {count}/{base}</source>
        <translation>Lower level {count}/{base}</translation>
    </message>
    <message>
        <source>Không qua {count}/{base}</source>
        <translation>Not passed {count}/{base}</translation>
    </message>
    <message>
        <source>Chưa ghi kết quả kiểm phiếu.</source>
        <translation>The ballots are not counted yet.</translation>
    </message>
</context>
<context>
    <name>batch_columns</name>
    <message>
        <source>Đã hoàn tác.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Nơi nhận báo đã nhập gói của ta.</source>
        <translation>The recipient says that our package was merged.</translation>
    </message>
    <message>
        <source>Đã ghi vào gói đã gửi.</source>
        <translation>Noted with the package sent.</translation>
    </message>
    <message>
        <source>Máy này không giữ gói mà biên nhận nói tới.</source>
        <translation>This computer does not know the package that the receipt speaks of.</translation>
    </message>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Nơi gửi</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Kết luận</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Nội dung, lý do</source>
        <translation>Content, reason</translation>
    </message>
</context>
<context>
    <name>board_columns</name>
    <message>
        <source>Chưa gửi, quá {days} ngày</source>
        <translation>Overdue by {days} days</translation>
    </message>
    <message>
        <source>Nhận muộn {days} ngày</source>
        <translation>Received {days} days late</translation>
    </message>
    <message>
        <source>thiếu phần {parts}</source>
        <translation>part {parts} missing</translation>
    </message>
    <message>
        <source>{count} xung đột chưa xử lý</source>
        <translation>{count} open conflicts</translation>
    </message>
    <message>
        <source>đã gửi bổ sung</source>
        <translation>sent again, corrected</translation>
    </message>
    <message>
        <source>được gia hạn</source>
        <translation>deadline extended</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Số gói</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>Cần chú ý</source>
        <translation>Needs a look</translation>
    </message>
</context>
<context>
    <name>campaign_columns</name>
    <message>
        <source>Đang sửa được</source>
        <translation>Open to changes</translation>
    </message>
    <message>
        <source>Đã khóa từ {day}</source>
        <translation>Frozen since {day}</translation>
    </message>
    <message>
        <source>Tên đợt</source>
        <translation>Campaign</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Quy định chấm điểm</source>
        <translation>Scoring rules</translation>
    </message>
</context>
<context>
    <name>candidate_columns</name>
    <message>
        <source>Thông qua</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Mức thấp hơn</source>
        <translation>Lower level</translation>
    </message>
    <message>
        <source>Không thông qua</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>Chưa biểu quyết</source>
        <translation>Not voted</translation>
    </message>
    <message>
        <source>Mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Điểm</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Xếp loại</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Hội đồng</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number, symbol</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>STT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tập thể, cá nhân</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Chưa có điểm hội đồng</source>
        <translation>No points from the council yet</translation>
    </message>
</context>
<context>
    <name>certificate_columns</name>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Tập thể, cá nhân</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Bản in</source>
        <translation>Copies</translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message>
        <source>Đã lập {count} giấy; còn xung đột nên chưa có giấy: {names}.</source>
        <translation>Made {count} certificates; waiting because of conflicts: {names}.</translation>
    </message>
    <message>
        <source>Đã lập {count} giấy chứng nhận.</source>
        <translation>Made {count} certificates.</translation>
    </message>
</context>
<context>
    <name>condition_words</name>
    <message>
        <source>(Trống)</source>
        <translation>(Empty)</translation>
    </message>
    <message>
        <source>{names} và {count} giá trị khác</source>
        <translation>{names} and {count} more</translation>
    </message>
    <message>
        <source>trừ {names}</source>
        <translation>not {names}</translation>
    </message>
    <message>
        <source>có “{words}”</source>
        <translation>contains “{words}”</translation>
    </message>
    <message>
        <source>từ {low} đến {high}</source>
        <translation>{low} to {high}</translation>
    </message>
    <message>
        <source>từ {low}</source>
        <translation>from {low}</translation>
    </message>
    <message>
        <source>đến {high}</source>
        <translation>up to {high}</translation>
    </message>
</context>
<context>
    <name>conflict_columns</name>
    <message>
        <source>Bản ghi</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Thấy lúc</source>
        <translation>Found on</translation>
    </message>
    <message>
        <source>Gói</source>
        <translation>Package</translation>
    </message>
    <message>
        <source>Gói của {name}</source>
        <translation>Package of {name}</translation>
    </message>
    <message>
        <source>{kind} số {number} của {name}</source>
        <translation>{kind} no. {number} of {name}</translation>
    </message>
    <message>
        <source>Mọi gói ({count})</source>
        <translation>All packages ({count})</translation>
    </message>
    <message>
        <source>Bản ghi đã bị xóa ở đây.</source>
        <translation>The record was deleted here.</translation>
    </message>
    <message>
        <source>Nơi gửi đã xóa bản ghi này.</source>
        <translation>The sender has deleted this record.</translation>
    </message>
    <message>
        <source>Giữ giá trị này</source>
        <translation>Keep this value</translation>
    </message>
    <message>
        <source>Lấy giá trị này</source>
        <translation>Take this value</translation>
    </message>
    <message>
        <source>Giữ bản ghi</source>
        <translation>Keep the record</translation>
    </message>
    <message>
        <source>Xóa bản ghi</source>
        <translation>Delete the record</translation>
    </message>
    <message>
        <source>Một nơi xóa, một nơi sửa</source>
        <translation>Deleted on one side, changed on the other</translation>
    </message>
    <message>
        <source>Ở đây vẫn giữ bản ghi này.</source>
        <translation>This record is still held here.</translation>
    </message>
    <message>
        <source>Nơi gửi vẫn giữ bản ghi này.</source>
        <translation>The sender still holds this record.</translation>
    </message>
    <message>
        <source>Ở đây vẫn giữ và đã sửa: {fields}.</source>
        <translation>Still held here and changed: {fields}.</translation>
    </message>
    <message>
        <source>Nơi gửi vẫn giữ và đã sửa: {fields}.</source>
        <translation>The sender still holds it and changed: {fields}.</translation>
    </message>
</context>
<context>
    <name>continuing_columns</name>
    <message>
        <source>Tên mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>Last year</translation>
    </message>
</context>
<context>
    <name>duplicate_groups</name>
    <message>
        <source>Giống</source>
        <translation>Alike</translation>
    </message>
    <message>
        <source>Tên mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
</context>
<context>
    <name>exception_columns</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Hạn mới</source>
        <translation>New date</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>không có bản ghi</source>
        <translation>no records</translation>
    </message>
    <message>
        <source>biên nhận</source>
        <translation>receipt</translation>
    </message>
    <message>
        <source>{count} mới</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>{count} thay đổi</source>
        <translation>{count} changed</translation>
    </message>
    <message>
        <source>{count} xóa</source>
        <translation>{count} removed</translation>
    </message>
    <message>
        <source>{count} xung đột</source>
        <translation>{count} conflicts</translation>
    </message>
    <message>
        <source>{count} từ chối</source>
        <translation>{count} refused</translation>
    </message>
    <message>
        <source>{count} không đổi</source>
        <translation>{count} unchanged</translation>
    </message>
    <message>
        <source>không có gì mới</source>
        <translation>nothing new</translation>
    </message>
    <message>
        <source>Đã nhập</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>Biên nhận đã ghi</source>
        <translation>Receipt written</translation>
    </message>
    <message>
        <source>Đã ghi, chờ biên nhận</source>
        <translation>Written, waiting for the receipt</translation>
    </message>
    <message>
        <source>Đã nhận biên nhận, từ chối {count} bản ghi</source>
        <translation>Receipt arrived, {count} records refused</translation>
    </message>
    <message>
        <source>Đã nhận biên nhận, nhận đủ</source>
        <translation>Receipt arrived, all taken</translation>
    </message>
    <message>
        <source>Đã nhập {new} dòng mới, cập nhật {changed} dòng</source>
        <translation>{new} new rows imported, {changed} updated</translation>
    </message>
    <message>
        <source>{new} đăng ký mà lần nhập này thêm sẽ không còn trong danh sách, {changed} đăng ký được sửa trở lại như trước. Nhật ký giữ cả hai.</source>
        <translation>{new} registrations that this import added leave the list, {changed} go back to what they were. The journal keeps both.</translation>
    </message>
    <message>
        <source>Đã nhập {new} dòng mới</source>
        <translation>{new} new rows imported</translation>
    </message>
    <message>
        <source>Đã cập nhật {changed} dòng</source>
        <translation>{changed} rows updated</translation>
    </message>
    <message>
        <source>{count} {kind}</source>
        <translation>{count} × {kind}</translation>
    </message>
</context>
<context>
    <name>history_columns</name>
    <message>
        <source>đã hoàn tác</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Việc đã làm</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Người làm</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>intake_columns</name>
    <message>
        <source>Không đọc được</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>Chưa rõ đơn vị</source>
        <translation>Unit unknown</translation>
    </message>
    <message>
        <source>Có dòng phải xem</source>
        <translation>Rows need a look</translation>
    </message>
    <message>
        <source>Nhập được</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Đã có đủ</source>
        <translation>All there already</translation>
    </message>
    <message>
        <source>Không thấy mô hình nào</source>
        <translation>No models found</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>chưa rõ</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Cập nhật</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation>There</translation>
    </message>
    <message>
        <source>Để lại</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Việc sẽ làm</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Tên mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Mục thay đổi</source>
        <translation>Changed items</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Mức</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Lỗi</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Vấn đề và cách xử lý</source>
        <translation>Problem and remedy</translation>
    </message>
    <message>
        <source>Nên xem lưu ý</source>
        <translation>Read the notes</translation>
    </message>
    <message>
        <source>Không có danh sách</source>
        <translation>No list</translation>
    </message>
    <message>
        <source>Chưa rõ cột tên</source>
        <translation>No name column</translation>
    </message>
    <message>
        <source>Ghi năm khác</source>
        <translation>Another year</translation>
    </message>
</context>
<context>
    <name>intake_plan</name>
    <message>
        <source>Cả {count} mô hình đều đã có và không đổi: không phải nhập lại.</source>
        <translation>All {count} models are there already and unchanged: nothing to import.</translation>
    </message>
    <message>
        <source>Chưa có gì được ghi vào dữ liệu.</source>
        <translation>Nothing has been stored yet.</translation>
    </message>
</context>
<context>
    <name>intake_raw_row</name>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Tiêu đề</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Ô trong tệp</source>
        <translation>Cells in the file</translation>
    </message>
    <message>
        <source>Đọc thành</source>
        <translation>Read as</translation>
    </message>
</context>
<context>
    <name>intake_sheets</name>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>{row} tiêu đề</source>
        <translation>{row} header</translation>
    </message>
    <message>
        <source>Trang “{sheet}” (đang ẩn)</source>
        <translation>Sheet “{sheet}” (hidden)</translation>
    </message>
    <message>
        <source>Trang “{sheet}”</source>
        <translation>Sheet “{sheet}”</translation>
    </message>
    <message>
        <source>Trang “{sheet}” (không có danh sách)</source>
        <translation>Sheet “{sheet}” (no list)</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Chưa làm được</source>
        <translation>This could not be done</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Lưu thay đổi?</source>
        <translation>Save the changes?</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Discard changes</translation>
    </message>
    <message>
        <source>Ở lại</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>office_search</name>
    <message>
        <source>Đăng ký</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Dự thảo</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>có mô hình “{name}”</source>
        <translation>with the model “{name}”</translation>
    </message>
    <message>
        <source>Giấy chứng nhận</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Số {number} – {name}</source>
        <translation>No. {number} – {name}</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
</context>
<context>
    <name>package_columns</name>
    <message>
        <source>Chiều</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Gửi đi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Nhận về</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Văn phòng</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tin cậy</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>Đã xác nhận thẻ</source>
        <translation>Card confirmed</translation>
    </message>
    <message>
        <source>Đã gỡ, không nhận gói</source>
        <translation>Withdrawn, nothing is taken</translation>
    </message>
    <message>
        <source>Xác nhận lúc</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <source>{kind}, phần {number}/{of}</source>
        <translation>{kind}, part {number}/{of}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>Chấm điểm</source>
        <translation>Scoring</translation>
    </message>
    <message>
        <source>Công nhận</source>
        <translation>Recognition</translation>
    </message>
    <message>
        <source>Giấy chứng nhận</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Báo cáo</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Gửi, nhận</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>passphrase_dialog</name>
    <message>
        <source>Mở khóa của văn phòng</source>
        <translation>Unlock the keys of the office</translation>
    </message>
    <message>
        <source>Khóa dùng để ký gói và mở gói mã hóa đang được bảo vệ. Mật khẩu chỉ hỏi một lần cho đến khi đóng chương trình.</source>
        <translation>The keys that sign packages and open encrypted ones are protected. The passphrase is asked for once, until the program is closed.</translation>
    </message>
    <message>
        <source>Mở khóa</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>preview_columns</name>
    <message>
        <source>Việc sẽ làm</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Bản ghi</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Mục khác</source>
        <translation>Items that differ</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Đang có ở đây</source>
        <translation>Held here</translation>
    </message>
    <message>
        <source>Trong gói</source>
        <translation>In the package</translation>
    </message>
</context>
<context>
    <name>receipt_copying</name>
    <message>
        <source>Chọn USB hoặc thư mục để chép biên nhận</source>
        <translation>Choose the USB stick or folder for the receipts</translation>
    </message>
    <message>
        <source>Đã chép {count} biên nhận và đọc lại đúng.</source>
        <translation>{count} receipts were copied and read back right.</translation>
    </message>
    <message>
        <source>{text} Có thể rút USB.</source>
        <translation>{text} The USB stick may be pulled.</translation>
    </message>
    <message>
        <source>Chép {count} biên nhận</source>
        <translation>Copy {count} receipts</translation>
    </message>
</context>
<context>
    <name>registration_columns</name>
    <message>
        <source>Tên mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đối tượng</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Loại đăng ký</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Bộ phận chủ trì</source>
        <translation>Lead body</translation>
    </message>
    <message>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Nhập từ tệp</source>
        <translation>Imported from</translation>
    </message>
    <message>
        <source>{state} · muộn</source>
        <translation>{state} · late</translation>
    </message>
    <message>
        <source>Số người</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Ngày công</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>Đất (m²)</source>
        <translation>Land (m²)</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Điểm áp dụng</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Đơn vị phối hợp</source>
        <translation>Joint units</translation>
    </message>
    <message>
        <source>{unit} (phối hợp: {joint})</source>
        <translation>{unit} (jointly with {joint})</translation>
    </message>
    <message>
        <source>Kinh phí (đồng)</source>
        <translation>Money (đồng)</translation>
    </message>
</context>
<context>
    <name>replanned</name>
    <message>
        <source>Dữ liệu ở đây đã thay đổi nên kế hoạch nhập được lập lại; chưa nhập gì</source>
        <translation>The data here has changed, so the plan was made anew; nothing is merged yet</translation>
    </message>
    <message>
        <source>Không bản ghi nào trong gói khác lần xem trước. Các dấu chọn của bạn còn nguyên; bấm nhập lần nữa.</source>
        <translation>No record of the package differs from the preview. Your ticks are kept; press Merge again.</translation>
    </message>
    <message>
        <source>{count} bản ghi khác lần xem trước. Các dấu chọn của bạn còn nguyên; xem lại rồi nhập.</source>
        <translation>{count} records differ from the preview. Your ticks are kept; look again, then merge.</translation>
    </message>
    <message>
        <source>và {count} bản ghi nữa.</source>
        <translation>and {count} more records.</translation>
    </message>
    <message>
        <source>{name}: trước là {before}, nay là {after}.</source>
        <translation>{name}: was {before}, now {after}.</translation>
    </message>
    <message>
        <source>không có</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>{name}: vẫn là {action}, nhưng giá trị đã khác.</source>
        <translation>{name}: still {action}, but with other values.</translation>
    </message>
</context>
<context>
    <name>scoring_columns</name>
    <message>
        <source>Chưa chấm</source>
        <translation>To score</translation>
    </message>
    <message>
        <source>Lưu tạm</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Đã chốt</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Chưa tới lượt</source>
        <translation>Not its turn</translation>
    </message>
    <message>
        <source>Mô hình</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Phiếu</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Hạng</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Tự chấm</source>
        <translation>Own score</translation>
    </message>
    <message>
        <source>Điểm chung</source>
        <translation>Combined</translation>
    </message>
    <message>
        <source>Số phiếu</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Điểm cao nhất trừ điểm thấp nhất giữa các phiếu</source>
        <translation>The highest total less the lowest</translation>
    </message>
    <message>
        <source>Xếp loại</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Bằng điểm với mô hình khác; Hội đồng quyết định thứ tự.</source>
        <translation>Tied with another model; the council decides the order.</translation>
    </message>
    <message>
        <source>Chênh lệch</source>
        <translation>Spread</translation>
    </message>
</context>
<context>
    <name>sealed_package</name>
    <message>
        <source>Nhập mật khẩu…</source>
        <translation>Enter the passphrase…</translation>
    </message>
    <message>
        <source>Mở khóa…</source>
        <translation>Unlock…</translation>
    </message>
    <message>
        <source>Gói được mã hóa bằng mật khẩu</source>
        <translation>The package is encrypted with a passphrase</translation>
    </message>
    <message>
        <source>Tệp {file}. Nơi gửi báo mật khẩu này qua điện thoại.</source>
        <translation>File {file}. The sender tells the passphrase by telephone.</translation>
    </message>
    <message>
        <source>Mở gói</source>
        <translation>Open the package</translation>
    </message>
    <message>
        <source>Gói của {name} còn thiếu phần {missing} trong {of} phần</source>
        <translation>Of the package of {name}, part {missing} of {of} is missing</translation>
    </message>
    <message>
        <source>Gói lập {time}. Tệp đính kèm trong phần thiếu chưa tới; hãy xin nơi gửi gửi lại phần đó hoặc gửi lại cả gói.</source>
        <translation>Written on {time}. Attachments in the missing part have not arrived; ask the sender for that part or for the whole package again.</translation>
    </message>
</context>
<context>
    <name>sector_columns</name>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tên lĩnh vực</source>
        <translation>Name of the sector</translation>
    </message>
    <message>
        <source>Cộng vào</source>
        <translation>Counts as</translation>
    </message>
</context>
<context>
    <name>signatory_columns</name>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Ký đến hết</source>
        <translation>Signs until</translation>
    </message>
</context>
<context>
    <name>slip_printing</name>
    <message>
        <source>Ghi phiếu bàn giao</source>
        <translation>Write the handover slip</translation>
    </message>
    <message>
        <source>Tệp PDF</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Đã ghi phiếu bàn giao {file}.</source>
        <translation>Handover slip {file} is written.</translation>
    </message>
</context>
<context>
    <name>target_columns</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Ít nhất</source>
        <translation>At least</translation>
    </message>
</context>
<context>
    <name>template_units</name>
    <message>
        <source>Tên đơn vị</source>
        <translation>Name of the unit</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Level</translation>
    </message>
</context>
<context>
    <name>understood_columns</name>
    <message>
        <source>Vừa sửa</source>
        <translation>Just corrected</translation>
    </message>
    <message>
        <source>Đã nhớ</source>
        <translation>Remembered</translation>
    </message>
    <message>
        <source>Chưa nhận</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>Đoán</source>
        <translation>Guessed</translation>
    </message>
    <message>
        <source>Chắc chắn</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Tiêu đề trong tệp</source>
        <translation>Header in the file</translation>
    </message>
    <message>
        <source>Được hiểu là</source>
        <translation>Taken for</translation>
    </message>
    <message>
        <source>Đọc thành</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Ô trong tệp</source>
        <translation>Cells in the file</translation>
    </message>
    <message>
        <source>Chưa rõ</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Đơn vị ghi</source>
        <translation>Unit wrote</translation>
    </message>
    <message>
        <source>Ở mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Nghĩa là</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>Số dòng</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Mức tin</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>Bảng mã</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Tiêu đề nhóm</source>
        <translation>Group heading</translation>
    </message>
    <message>
        <source>Unicode tổ hợp</source>
        <translation>Decomposed Unicode</translation>
    </message>
</context>
<context>
    <name>unit_dialogs</name>
    <message>
        <source>Thêm {new} đơn vị, sửa {changed}, giữ nguyên {same}; để lại {set_aside} dòng cần sửa.</source>
        <translation>{new} units added, {changed} changed, {same} as before; {set_aside} lines set aside to be corrected.</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Vấn đề và cách sửa</source>
        <translation>Problem and remedy</translation>
    </message>
</context>
</TS>
