// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <cstdint>
#include <optional>

class QWidget;

namespace footbridge::gui {

/// What a file is looked for.
enum class FileFor : std::uint8_t {
  Journal,  ///< to be opened
  Backup,   ///< to be brought back
  Copy,     ///< another copy of this journal, to be joined with it
  Import,   ///< what was taken along elsewhere
};

/// What has to be asked in a window of its own. A port, so that tests can answer by script.
class Questions {
 public:
  virtual ~Questions() = default;

  struct Confirm {
    QString question;  ///< one plain sentence
    QString detail;    ///< what happens and what is safe
    QString yes;       ///< a verb: "Leave"
    QString no;        ///< the safe way, and what Escape does: "Stay"
  };
  [[nodiscard]] virtual bool confirm(const Confirm& what) = 0;
  /// Something to know before going on; one button.
  virtual void tell(const QString& what, const QString& detail) = 0;
  /// None when it was called off.
  [[nodiscard]] virtual std::optional<QString> pickFile(FileFor what, const QString& folder) = 0;
  [[nodiscard]] virtual std::optional<QString> pickNewFile(const QString& title, const QString& suggested) = 0;
};

/// How a file dialog puts it.
struct PickerWords {
  QString title;
  QString accept;
  QString filter;
};
[[nodiscard]] PickerWords pickerWords(FileFor what);

/// Real ones, over the given window. File dialogs are Qt's own: the desktop's would list what was opened.
class WindowQuestions final : public Questions {
 public:
  explicit WindowQuestions(QWidget* over);

  [[nodiscard]] bool confirm(const Confirm& what) override;
  void tell(const QString& what, const QString& detail) override;
  [[nodiscard]] std::optional<QString> pickFile(FileFor what, const QString& folder) override;
  [[nodiscard]] std::optional<QString> pickNewFile(const QString& title, const QString& suggested) override;

 private:
  QPointer<QWidget> m_over;
};

}  // namespace footbridge::gui
