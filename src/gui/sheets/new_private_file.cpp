// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <cerrno>

#include "gui/sheets/sheet.h"

namespace footbridge::gui {
namespace {

Error errorOf(const QString& path, int number) {
  const ErrorKind kind = number == EEXIST                                         ? ErrorKind::AlreadyExists
                         : number == ENOSPC || number == EDQUOT                   ? ErrorKind::DiskFull
                         : number == EACCES || number == EROFS || number == EPERM ? ErrorKind::ReadOnly
                                                                                  : ErrorKind::DiskFailed;
  return Error{.kind = kind, .subject = path.toStdString(), .number = number};
}

}  // namespace

Result<void> writeNewPrivateFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  errno = 0;
  // The permissions stand from the first moment on, and an existing file, or a link, is never followed.
  const auto only = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, only)) {
    return QFileInfo(path).exists() ? errorOf(path, EEXIST) : errorOf(path, errno);
  }
  if (file.write(bytes) == bytes.size()) {
    file.close();
    if (file.error() == QFileDevice::NoError) return {};
  }
  const int number = errno;
  file.remove();
  return errorOf(path, number);
}

}  // namespace footbridge::gui
