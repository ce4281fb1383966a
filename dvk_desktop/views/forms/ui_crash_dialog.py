"""Compiled from ui/crash_dialog.ui by scripts/build_forms.py; never edit."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_CrashDialog(object):
    def setupUi(self, CrashDialog):
        if not CrashDialog.objectName():
            CrashDialog.setObjectName(u"CrashDialog")
        CrashDialog.resize(620, 420)
        self.main_layout = QVBoxLayout(CrashDialog)
        self.main_layout.setSpacing(12)
        self.main_layout.setObjectName(u"main_layout")
        self.main_layout.setContentsMargins(20, 20, 20, 16)
        self.title_label = QLabel(CrashDialog)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setWordWrap(True)
        self.title_label.setProperty(u"role", u"heading")

        self.main_layout.addWidget(self.title_label)

        self.text_label = QLabel(CrashDialog)
        self.text_label.setObjectName(u"text_label")
        self.text_label.setWordWrap(True)

        self.main_layout.addWidget(self.text_label)

        self.details_edit = QPlainTextEdit(CrashDialog)
        self.details_edit.setObjectName(u"details_edit")
        self.details_edit.setReadOnly(True)
        self.details_edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details_edit.setTabChangesFocus(True)

        self.main_layout.addWidget(self.details_edit)

        self.log_label = QLabel(CrashDialog)
        self.log_label.setObjectName(u"log_label")
        self.log_label.setWordWrap(True)
        self.log_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.log_label.setProperty(u"role", u"muted")

        self.main_layout.addWidget(self.log_label)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(8)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.copy_button = QPushButton(CrashDialog)
        self.copy_button.setObjectName(u"copy_button")
        self.copy_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.copy_button)

        self.buttons_spacer = QSpacerItem(40, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.buttons_spacer)

        self.quit_button = QPushButton(CrashDialog)
        self.quit_button.setObjectName(u"quit_button")
        self.quit_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.quit_button)

        self.continue_button = QPushButton(CrashDialog)
        self.continue_button.setObjectName(u"continue_button")
        self.continue_button.setProperty(u"kind", u"primary")

        self.buttons_layout.addWidget(self.continue_button)


        self.main_layout.addLayout(self.buttons_layout)

        QWidget.setTabOrder(self.continue_button, self.quit_button)
        QWidget.setTabOrder(self.quit_button, self.copy_button)
        QWidget.setTabOrder(self.copy_button, self.details_edit)

        self.retranslateUi(CrashDialog)

        self.continue_button.setDefault(True)


        QMetaObject.connectSlotsByName(CrashDialog)
    # setupUi

    def retranslateUi(self, CrashDialog):
        CrashDialog.setWindowTitle(QCoreApplication.translate("CrashDialog", u"Ch\u01b0\u01a1ng tr\u00ecnh g\u1eb7p l\u1ed7i", None))
        self.title_label.setText(QCoreApplication.translate("CrashDialog", u"Xin l\u1ed7i, ch\u01b0\u01a1ng tr\u00ecnh v\u1eeba g\u1eb7p m\u1ed9t l\u1ed7i kh\u00f4ng l\u01b0\u1eddng tr\u01b0\u1edbc.", None))
        self.text_label.setText(QCoreApplication.translate("CrashDialog", u"Vi\u1ec7c \u0111ang l\u00e0m d\u1edf ch\u01b0a \u0111\u01b0\u1ee3c l\u01b0u; nh\u1eefng g\u00ec \u0111\u00e3 l\u01b0u tr\u01b0\u1edbc \u0111\u00f3 kh\u00f4ng b\u1ecb \u1ea3nh h\u01b0\u1edfng. B\u1ea1n c\u00f3 th\u1ec3 ti\u1ebfp t\u1ee5c l\u00e0m vi\u1ec7c. N\u1ebfu l\u1ed7i l\u1eb7p l\u1ea1i, h\u00e3y sao ch\u00e9p ph\u1ea7n chi ti\u1ebft d\u01b0\u1edbi \u0111\u00e2y v\u00e0 g\u1eedi cho ng\u01b0\u1eddi h\u1ed7 tr\u1ee3.", None))
#if QT_CONFIG(accessibility)
        self.details_edit.setAccessibleName(QCoreApplication.translate("CrashDialog", u"Chi ti\u1ebft l\u1ed7i", None))
#endif // QT_CONFIG(accessibility)
        self.copy_button.setText(QCoreApplication.translate("CrashDialog", u"Sao ch\u00e9p chi ti\u1ebft", None))
        self.quit_button.setText(QCoreApplication.translate("CrashDialog", u"\u0110\u00f3ng ch\u01b0\u01a1ng tr\u00ecnh", None))
        self.continue_button.setText(QCoreApplication.translate("CrashDialog", u"Ti\u1ebfp t\u1ee5c l\u00e0m vi\u1ec7c", None))
    # retranslateUi

