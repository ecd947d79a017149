// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include <QCoreApplication>
#include <QFileDialog>
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

/// Asks for one file.
std::optional<QString> pick(QFileDialog& dialog) {
  dialog.setOption(QFileDialog::DontUseNativeDialog);
  dialog.setHistory({});
  dialog.setSidebarUrls({QUrl::fromLocalFile(QDir::homePath())});
  const bool chosen = dialog.exec() == QDialog::Accepted;
  const QStringList files = dialog.selectedFiles();
  if (!chosen || files.isEmpty()) return std::nullopt;
  return files.first();
}

/// Where a file dialog was and what it showed: Qt writes that down as the dialog goes.
void forgetPlaces() {
  QSettings kept(QSettings::UserScope, QStringLiteral("QtProject"));
  kept.remove(QStringLiteral("FileDialog/history"));
  kept.remove(QStringLiteral("FileDialog/lastVisited"));
}

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
  auto dialog = std::make_unique<QFileDialog>(m_over, words.title, folder, words.filter);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setLabelText(QFileDialog::Accept, words.accept);
  auto file = pick(*dialog);
  dialog.reset();
  forgetPlaces();
  return file;
}

std::optional<QString> WindowQuestions::pickNewFile(const QString& title, const QString& suggested) {
  const QFileInfo where(suggested);
  auto dialog = std::make_unique<QFileDialog>(m_over, title, where.absolutePath());
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // Nothing is ever written over, so there is no leave to ask: the page says that there is a file of that name.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  dialog->selectFile(where.fileName());
  auto file = pick(*dialog);
  dialog.reset();
  forgetPlaces();
  return file;
}

}  // namespace footbridge::gui
