// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "gui/dialogs/file_picker.h"
#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Questions", text);
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
  FilePicker picker(m_over, words.title);
  picker.dialog().setNameFilter(words.filter);
  picker.dialog().setFileMode(QFileDialog::ExistingFile);
  picker.dialog().setLabelText(QFileDialog::Accept, words.accept);
  return picker.pickIn(folder);
}

std::optional<QString> WindowQuestions::pickNewFile(const QString& title, const QString& suggested) {
  const QFileInfo where(suggested);
  FilePicker picker(m_over, title);
  picker.dialog().setAcceptMode(QFileDialog::AcceptSave);
  // Nothing is ever written over, so there is no leave to ask: the page says that there is a file of that name.
  picker.dialog().setOption(QFileDialog::DontConfirmOverwrite);
  picker.dialog().selectFile(where.fileName());
  return picker.pickIn(where.absolutePath());
}

}  // namespace footbridge::gui
