// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <memory>

#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Questions", text);
}

/// Tells files by nothing but what they are called. Qt's own opens each file of a folder to see what is in it, in a
/// thread of its own; where that is the open journal, closing it ends SQLite's lock (security.md 3, fault 7).
class UnopenedIcons final : public QFileIconProvider {
 public:
  [[nodiscard]] QIcon icon(const QFileInfo& info) const override {
    return QFileIconProvider::icon(info.isDir() ? IconType::Folder : IconType::File);
  }
  [[nodiscard]] QString type(const QFileInfo& info) const override {
    return info.isDir() ? QFileDialog::tr("Folder") : QFileDialog::tr("File");
  }
};

/// Where a file dialog was and what it showed: Qt writes that down as the dialog goes.
void forgetPlaces() {
  QSettings kept(QSettings::UserScope, QStringLiteral("QtProject"));
  kept.remove(QStringLiteral("FileDialog/history"));
  kept.remove(QStringLiteral("FileDialog/lastVisited"));
}

/// A file dialog, not yet in any folder of ours: its icons are asked for as soon as it has one.
class Picker {
 public:
  Picker(QWidget* over, const QString& title) : m_dialog(std::make_unique<QFileDialog>(over, title, QDir::rootPath())) {
    m_dialog->setOption(QFileDialog::DontUseNativeDialog);
    m_dialog->setIconProvider(&m_icons);
  }
  [[nodiscard]] QFileDialog& dialog() { return *m_dialog; }

  /// Asks for one file. The dialog is gone afterwards.
  [[nodiscard]] std::optional<QString> pickIn(const QString& folder) {
    m_dialog->setDirectory(folder);
    m_dialog->setHistory({});
    m_dialog->setSidebarUrls({QUrl::fromLocalFile(QDir::homePath())});
    const bool chosen = m_dialog->exec() == QDialog::Accepted;
    const QStringList files = m_dialog->selectedFiles();
    m_dialog.reset();
    forgetPlaces();
    if (!chosen || files.isEmpty()) return std::nullopt;
    return files.first();
  }

 private:
  UnopenedIcons m_icons;  ///< asked in a thread of the dialog's, as long as there is one
  std::unique_ptr<QFileDialog> m_dialog;
};

void fill(QMessageBox& box, const QString& question, const QString& detail) {
  box.setWindowTitle(QStringLiteral("Footbridge"));
  box.setTextFormat(Qt::PlainText);
  box.setText(question);
  box.setInformativeText(detail);
}

}  // namespace

PickerWords pickerWords(FileFor what) {
  const QString journals = tr("Footbridge journals (*.footbridge);;All files (*)");
  switch (what) {
    case FileFor::Journal:
      return {tr("Open a journal"), tr("Open"), journals};
    case FileFor::Backup:
      return {tr("Choose a backup to bring back"), tr("Choose"), tr("Backups (*.footbridge);;All files (*)")};
    case FileFor::Copy:
      return {tr("Choose the other copy of this journal"), tr("Choose"), journals};
    case FileFor::Import:
      break;
  }
  return {tr("Choose a file to bring in"), tr("Choose"), tr("Taken along from Footbridge (*.json);;All files (*)")};
}

WindowQuestions::WindowQuestions(QWidget* over) : m_over(over) {}

bool WindowQuestions::confirm(const Confirm& what) {
  QMessageBox box(m_over);
  fill(box, what.question, what.detail);
  QPushButton* yes = box.addButton(what.yes, QMessageBox::AcceptRole);
  QPushButton* no = box.addButton(what.no, QMessageBox::RejectRole);
  look::setRole(no, "go");
  box.setDefaultButton(no);
  box.setEscapeButton(no);
  box.exec();
  return box.clickedButton() == yes;
}

void WindowQuestions::tell(const QString& what, const QString& detail) {
  QMessageBox box(m_over);
  fill(box, what, detail);
  box.addButton(tr("Go on"), QMessageBox::AcceptRole);
  box.exec();
}

std::optional<QString> WindowQuestions::pickFile(FileFor what, const QString& folder) {
  const PickerWords words = pickerWords(what);
  Picker picker(m_over, words.title);
  picker.dialog().setNameFilter(words.filter);
  picker.dialog().setFileMode(QFileDialog::ExistingFile);
  picker.dialog().setLabelText(QFileDialog::Accept, words.accept);
  return picker.pickIn(folder);
}

std::optional<QString> WindowQuestions::pickNewFile(const QString& title, const QString& suggested) {
  const QFileInfo where(suggested);
  Picker picker(m_over, title);
  picker.dialog().setAcceptMode(QFileDialog::AcceptSave);
  // Nothing is ever written over, so there is no leave to ask: the page says that there is a file of that name.
  picker.dialog().setOption(QFileDialog::DontConfirmOverwrite);
  picker.dialog().selectFile(where.fileName());
  return picker.pickIn(where.absolutePath());
}

}  // namespace footbridge::gui
