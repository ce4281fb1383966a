"""Compiled from ui/reason_dialog.ui by scripts/build_forms.py; never edit."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QGridLayout, QHBoxLayout,
    QLabel, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_ReasonDialog(object):
    def setupUi(self, ReasonDialog):
        if not ReasonDialog.objectName():
            ReasonDialog.setObjectName(u"ReasonDialog")
        ReasonDialog.resize(760, 300)
        self.main_layout = QVBoxLayout(ReasonDialog)
        self.main_layout.setSpacing(10)
        self.main_layout.setObjectName(u"main_layout")
        self.main_layout.setContentsMargins(20, 18, 20, 16)
        self.title_label = QLabel(ReasonDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)
        self.title_label.setProperty(u"role", u"heading")

        self.main_layout.addWidget(self.title_label)

        self.names_label = QLabel(ReasonDialog)
        self.names_label.setObjectName(u"names_label")
        self.names_label.setWordWrap(True)
        self.names_label.setProperty(u"role", u"muted")

        self.main_layout.addWidget(self.names_label)

        self.note_label = QLabel(ReasonDialog)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setProperty(u"role", u"label")

        self.main_layout.addWidget(self.note_label)

        self.note_edit = QPlainTextEdit(ReasonDialog)
        self.note_edit.setObjectName(u"note_edit")
        self.note_edit.setTabChangesFocus(True)
        self.note_edit.setMinimumSize(QSize(0, 72))
        self.note_edit.setMaximumSize(QSize(16777215, 110))

        self.main_layout.addWidget(self.note_edit)

        self.fault_label = QLabel(ReasonDialog)
        self.fault_label.setObjectName(u"fault_label")
        self.fault_label.setVisible(False)
        self.fault_label.setProperty(u"role", u"error")

        self.main_layout.addWidget(self.fault_label)

        self.fields_box = QWidget(ReasonDialog)
        self.fields_box.setObjectName(u"fields_box")
        self.fields_layout = QVBoxLayout(self.fields_box)
        self.fields_layout.setSpacing(6)
        self.fields_layout.setObjectName(u"fields_layout")
        self.fields_layout.setContentsMargins(0, 4, 0, 0)
        self.fields_label = QLabel(self.fields_box)
        self.fields_label.setObjectName(u"fields_label")
        self.fields_label.setProperty(u"role", u"label")

        self.fields_layout.addWidget(self.fields_label)

        self.hint_label = QLabel(self.fields_box)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"role", u"muted")

        self.fields_layout.addWidget(self.hint_label)

        self.fields_grid = QGridLayout()
        self.fields_grid.setObjectName(u"fields_grid")
        self.fields_grid.setHorizontalSpacing(16)
        self.fields_grid.setVerticalSpacing(9)

        self.fields_layout.addLayout(self.fields_grid)


        self.main_layout.addWidget(self.fields_box)

        self.bottom_spacer = QSpacerItem(20, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.main_layout.addItem(self.bottom_spacer)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(8)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.buttons_spacer = QSpacerItem(40, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.buttons_spacer)

        self.leave_button = QPushButton(ReasonDialog)
        self.leave_button.setObjectName(u"leave_button")
        self.leave_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.leave_button)

        self.act_button = QPushButton(ReasonDialog)
        self.act_button.setObjectName(u"act_button")
        self.act_button.setAutoDefault(False)
        self.act_button.setProperty(u"kind", u"primary")

        self.buttons_layout.addWidget(self.act_button)


        self.main_layout.addLayout(self.buttons_layout)

#if QT_CONFIG(shortcut)
        self.note_label.setBuddy(self.note_edit)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.note_edit, self.leave_button)
        QWidget.setTabOrder(self.leave_button, self.act_button)

        self.retranslateUi(ReasonDialog)

        QMetaObject.connectSlotsByName(ReasonDialog)
    # setupUi

    def retranslateUi(self, ReasonDialog):
        self.note_label.setText(QCoreApplication.translate("ReasonDialog", u"&L\u00fd do *", None))
#if QT_CONFIG(accessibility)
        self.note_edit.setAccessibleName(QCoreApplication.translate("ReasonDialog", u"L\u00fd do, b\u1eaft bu\u1ed9c", None))
#endif // QT_CONFIG(accessibility)
        self.fault_label.setText(QCoreApplication.translate("ReasonDialog", u"C\u1ea7n ghi l\u00fd do.", None))
        self.fields_label.setText(QCoreApplication.translate("ReasonDialog", u"C\u00e1c m\u1ee5c ph\u1ea3i b\u1ed5 sung", None))
        self.hint_label.setText(QCoreApplication.translate("ReasonDialog", u"\u0110\u01a1n v\u1ecb ch\u1ec9 s\u1eeda \u0111\u01b0\u1ee3c nh\u1eefng m\u1ee5c \u0111\u00e3 \u0111\u00e1nh d\u1ea5u. Kh\u00f4ng \u0111\u00e1nh d\u1ea5u m\u1ee5c n\u00e0o th\u00ec s\u1eeda \u0111\u01b0\u1ee3c t\u1ea5t c\u1ea3.", None))
        self.leave_button.setText(QCoreApplication.translate("ReasonDialog", u"H\u1ee7y", None))
        pass
    # retranslateUi

