<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
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
    <name>Navigation</name>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
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
    <name>PointsEdit</name>
    <message>
        <source>Từ {minimum} đến {maximum}</source>
        <translation>From {minimum} to {maximum}</translation>
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
        <source>Không làm</source>
        <translation>Leave it</translation>
    </message>
</context>
</TS>
