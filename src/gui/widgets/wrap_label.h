// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLabel>
#include <QTextLayout>
#include <memory>
#include <vector>

namespace footbridge::gui {

/// Plain text that wraps, with the line height of its look (property `look`), and grows as high as it needs.
/// No word hangs alone beneath its lines. A word is never cut: the label is at least as wide as its longest one. Only
/// what is longer than any word breaks.
class WrapLabel : public QLabel {
  Q_OBJECT

 public:
  explicit WrapLabel(QWidget* parent = nullptr);
  explicit WrapLabel(const QString& text, QWidget* parent = nullptr);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Block {
    double width = 0;
    double height = 0;
  };
  [[nodiscard]] double lineHeight() const;
  [[nodiscard]] int room() const;  ///< of the margins, left and right together
  /// Shapes the words anew where text or font have changed: that is what costs, breaking lines does not.
  void shape() const;
  Block typeset(double width) const;
  /// The same without its lines, which may be left as they were for another width.
  Block measure(double width) const;
  /// Breaks a paragraph into lines, the first of them at `top`. One below the other they are `lineHeight()` apart.
  void breakLines(QTextLayout& paragraph, double width, double top) const;
  /// Of a few centred lines: the narrowest that needs no more of them, so that no word hangs alone.
  [[nodiscard]] double evenWidth(double width) const;
  [[nodiscard]] double longestWord() const;  ///< in pixels; what is longer than any word counts as one

  mutable std::vector<std::unique_ptr<QTextLayout>> m_paragraphs;
  mutable QString m_shapedText;
  mutable QFont m_shapedFont;
  mutable Qt::Alignment m_shapedAlignment;
  mutable double m_longestWord = -1;
  mutable double m_setWidth = -1;  ///< of m_block
  mutable Block m_block;
  struct Measured {
    double width;
    Block block;
  };
  mutable std::vector<Measured> m_measured;
};

}  // namespace footbridge::gui
