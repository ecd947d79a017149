// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "domain/error.h"
#include "domain/partner.h"
#include "gui/pages/page.h"

namespace footbridge::gui {

namespace Ui {
class NotePage;
}

/// Whose eyes a note is for.
enum class NoteFor : std::uint8_t { JustMe, Both };

/// A page to write a line on: just for its writer, or for both. The two never mix: each has words of its own, so that
/// a private line cannot slip into *ours* by a click. A private one is taken only once its writer's vault is locked.
class NotePage : public Page {
  Q_OBJECT

 public:
  /// What the page begins with.
  struct Sheet {
    Partner writer;
    NoteFor to = NoteFor::JustMe;
    bool mayChoose = true;     ///< false: it stays for whom it is (an older note, or a journal of one)
    bool isProtected = false;  ///< the writer has a passphrase
    QString justMe{};          ///< words that are there already: a draft, or the note to be changed
    QString both{};
    QString kept{};  ///< the note that is to be changed, as it stands
    std::optional<Partner> other{};
  };

  explicit NotePage(QWidget* parent = nullptr);
  ~NotePage() override;

  /// What the way back is called, and where it leads.
  void showWayBack(const QString& words);
  void showSheet(const Sheet& sheet);
  void setProtected(bool isProtected);
  /// Only after the words are durable.
  void showSaved();
  void showRefusal(const Error& error);
  /// What was thrown away is gone from the journal too; what was kept before stands here again.
  void showGone();
  /// What was thrown away goes now, as when the page is left. False where whoever was asked for it did not say
  /// showGone(): then it stands here still, to be brought back or tried again.
  bool settle();
  /// No word stays, and nothing to undo.
  void clear();

 Q_SIGNALS:
  void draftChanged(footbridge::gui::NoteFor to, const QString& text);
  void keepAsked(footbridge::gui::NoteFor to, const QString& text);
  /// And not brought back before the page was left; answered by showGone() or showRefusal().
  void thrownAway(footbridge::gui::NoteFor to);
  void protectNeeded();
  void backAsked();

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  void wire();
  void askToTurn(NoteFor to);
  void turnTo(NoteFor to);
  void beginAtWords();
  void showState();
  void showWords(const QString& text);
  void setThrown(bool thrown);
  void showThrow();
  void keep();
  void sayKept(bool isKept);
  void showKeep();
  [[nodiscard]] QString& words() { return m_words[static_cast<std::size_t>(m_to)]; }
  [[nodiscard]] QString& kept() { return m_kept[static_cast<std::size_t>(m_to)]; }

  std::unique_ptr<Ui::NotePage> m_ui;
  std::optional<Partner> m_writer;
  std::optional<Partner> m_other;
  std::array<QString, 2> m_words;
  std::array<QString, 2> m_kept;  ///< as they stand in the journal; empty for a line that is not in it yet
  NoteFor m_to = NoteFor::JustMe;
  bool m_isProtected = false;
  bool m_thrown = false;
  bool m_isKept = false;  ///< and nothing was written since
};

}  // namespace footbridge::gui
