// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/new_private_file.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <string_view>

#include "system/platform.h"

namespace footbridge::gui {
namespace {

Error errorOf(const QString& path, int number) {
  Error error{.kind = ErrorKind::DiskFailed, .subject = path.toStdString(), .number = number};
  if (number == EEXIST) error.kind = ErrorKind::AlreadyExists;
  if (number == ENOSPC || number == EDQUOT || number == EFBIG) error.kind = ErrorKind::DiskFull;
  const auto folderRefuses = {EACCES, EROFS, EPERM, ENOENT, ENOTDIR};
  if (std::ranges::find(folderRefuses, number) != folderRefuses.end()) error.detail = kCreate;
  return error;
}

}  // namespace

Result<void> writeNewPrivateFile(const QString& path, const QByteArray& bytes) {
  const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  const std::error_code failure = platform::writeNewFile(QFile::encodeName(path).toStdString(), text);
  if (failure) return errorOf(path, failure.value());
  return {};
}

}  // namespace footbridge::gui
