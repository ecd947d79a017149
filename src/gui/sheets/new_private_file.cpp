// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/new_private_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "system/platform.h"

namespace footbridge::gui {
namespace {

Error errorOf(const QString& path, int number) {
  Error error{.kind = ErrorKind::DiskFailed, .subject = path.toStdString(), .number = number};
  if (number == EEXIST) error.kind = ErrorKind::AlreadyExists;
  if (number == ENOSPC || number == EDQUOT) error.kind = ErrorKind::DiskFull;
  const auto folderRefuses = {EACCES, EROFS, EPERM, ENOENT, ENOTDIR};
  if (std::ranges::find(folderRefuses, number) != folderRefuses.end()) error.detail = kCreate;
  return error;
}

std::filesystem::path native(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

bool isTaken(const QString& path) {
  std::error_code unknown;
  return std::filesystem::exists(std::filesystem::symlink_status(native(path), unknown));
}

Result<void> fill(QFile& file, const QString& path, const QByteArray& bytes) {
  errno = 0;
  if (file.write(bytes) != bytes.size() || !file.flush()) return errorOf(path, errno);
  if (const auto failure = platform::syncFile(native(file.fileName()))) return errorOf(path, failure.value());
  return {};
}

/// Where a disk knows no second names for a file: straight into its place, and out of it again where that fails.
Result<void> writeInPlace(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  errno = 0;
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
    return errorOf(path, isTaken(path) ? EEXIST : errno);
  }
  auto written = fill(file, path, bytes);
  if (!written) file.remove();
  return written;
}

}  // namespace

// Made under another name, and given its own only once every byte is on the disk: a link never replaces a file.
Result<void> writeNewPrivateFile(const QString& path, const QByteArray& bytes) {
  if (isTaken(path)) return errorOf(path, EEXIST);
  QTemporaryFile file(QFileInfo(path).absolutePath() + QStringLiteral("/.footbridge-XXXXXX"));
  errno = 0;
  if (!file.open()) return errorOf(path, errno);
  if (auto written = fill(file, path, bytes); !written) return written;
  std::error_code failure;
  std::filesystem::create_hard_link(native(file.fileName()), native(path), failure);
  if (!failure) return {};
  if (failure == std::errc::file_exists) return errorOf(path, EEXIST);
  return writeInPlace(path, bytes);
}

}  // namespace footbridge::gui
