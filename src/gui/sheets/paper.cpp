// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <array>

namespace footbridge::gui {
namespace {

constexpr int kDotsPerInch = 96;
constexpr double kFootHeight = 34;
constexpr double kLetterMargin = 25;
// How text may shrink, as a part of its size: to save a page, and to keep within the most pages.
constexpr double kSmaller = 0.9;
constexpr double kSmallest = 0.78;
constexpr double kScaleStep = 0.02;
/// A last page with less than this part of it in use.
constexpr double kNextToNothing = 0.35;

/// A block with what it takes: its height, and how many more lines it could hold.
struct Measured {
  const SheetBlock* block;
  double height;
  int stretch;
};
using Page = std::vector<Measured>;

class PagePrinter {
 public:
  PagePrinter(QPdfWriter& writer, QPainter& painter)
      : m_writer(writer),
        m_painter(painter),
        m_width(writer.pageLayout().paintRectPixels(kDotsPerInch).width()),
        m_height(writer.pageLayout().paintRectPixels(kDotsPerInch).height()) {}

  void print(const SheetRun& wanted) {
    const SheetRun run = fitted(wanted);
    const std::vector<Page> pages = pagesOf(run);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (m_begun) m_writer.newPage();
      m_begun = true;
      printPage(run, pages[i]);
      if (run.foot.isEmpty()) continue;
      printFoot(run, QCoreApplication::translate("Sheets", "%1 of %2").arg(i + 1).arg(pages.size()));
    }
  }

 private:
  [[nodiscard]] double room(const SheetRun& run) const {
    return run.foot.isEmpty() ? m_height : m_height - kFootHeight;
  }

  [[nodiscard]] SheetRun fitted(SheetRun run) const {
    const double wanted = run.scale;
    const std::vector<Page> pages = pagesOf(run);
    const bool tooLong = pages.size() > kMostPages;
    const bool endsEmpty = pages.size() > 1 && usedBy(pages.back()) < kNextToNothing * room(run);
    if (!tooLong && !endsEmpty) return run;
    const std::size_t most = tooLong ? kMostPages : pages.size() - 1;
    const double least = wanted * (tooLong ? kSmallest : kSmaller);
    for (run.scale -= kScaleStep; run.scale >= least; run.scale -= kScaleStep) {
      if (pagesOf(run).size() <= most) return run;
    }
    run.scale = tooLong ? least : wanted;
    return run;
  }

  [[nodiscard]] Measured measure(const SheetRun& run, const SheetBlock& block) const {
    Sheet::Stretch stretch;
    Sheet sheet(m_painter, {.width = m_width, .scale = run.scale, .draws = false, .stretch = &stretch});
    block.fill(sheet);
    return {&block, sheet.bottom(), stretch.wanted};
  }

  [[nodiscard]] static double usedBy(const Page& page) {
    double used = 0;
    for (const Measured& one : page) used += one.height + (&one == &page.front() ? 0 : one.block->before);
    return used;
  }

  [[nodiscard]] std::vector<Page> pagesOf(const SheetRun& run) const {
    std::vector<Page> pages(1);
    for (const SheetBlock& block : run.blocks) {
      const Measured next = measure(run, block);
      const bool fits = usedBy(pages.back()) + block.before + next.height <= room(run);
      if (!fits && !pages.back().empty()) pages.emplace_back();
      pages.back().push_back(next);
    }
    return pages;
  }

  /// Every block gets a like share of the lines that are left over.
  static std::vector<int> shareOut(const Page& page, int lines) {
    std::vector<int> shares(page.size());
    for (bool given = true; given && lines > 0;) {
      given = false;
      for (std::size_t i = 0; i < page.size() && lines > 0; ++i) {
        if (shares[i] == page[i].stretch) continue;
        ++shares[i];
        --lines;
        given = true;
      }
    }
    return shares;
  }

  void printPage(const SheetRun& run, const Page& page) {
    const auto spare = static_cast<int>((room(run) - usedBy(page)) / Sheet::kRuleHeight);
    const std::vector<int> shares = shareOut(page, spare);
    double top = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (i > 0) top += page[i].block->before;
      Sheet::Stretch stretch{.wanted = 0, .granted = shares[i]};
      Sheet sheet(m_painter, {.top = top, .width = m_width, .scale = run.scale, .draws = true, .stretch = &stretch});
      page[i].block->fill(sheet);
      top = sheet.bottom();
    }
  }

  void printFoot(const SheetRun& run, const QString& number) {
    Sheet sheet(m_painter, {.top = m_height - kFootHeight + 10, .width = m_width, .scale = 0.8, .draws = true});
    const auto say = [](const QString& words, bool right) {
      return [words, right](Sheet& side) { side.say("tag", words, "soft", right ? Qt::AlignRight : Qt::AlignLeft); };
    };
    sheet.draw(7, [&sheet](QPainter& painter, const QRectF& where) {
      painter.setPen(QPen(sheet.theme().line, 1));
      painter.drawLine(where.topLeft(), where.topRight());
    });
    sheet.columns({{5, say(run.foot, false)}, {1, say(number, true)}}, 10);
  }

  QPdfWriter& m_writer;
  QPainter& m_painter;
  double m_width;
  double m_height;
  bool m_begun = false;
};

}  // namespace

PaperSize usualPaper() {
  static constexpr std::array kLetter{QLocale::UnitedStates, QLocale::Canada,   QLocale::Mexico,
                                      QLocale::Philippines,  QLocale::Colombia, QLocale::Chile};
  const bool letter = std::find(kLetter.begin(), kLetter.end(), QLocale().territory()) != kLetter.end();
  return letter ? PaperSize::Letter : PaperSize::A4;
}

QByteArray printedPages(const QString& title, const PaperSetup& paper, const std::vector<SheetRun>& runs) {
  QBuffer bytes;
  bytes.open(QIODevice::WriteOnly);
  QPdfWriter writer(&bytes);
  writer.setTitle(title);
  writer.setCreator(QStringLiteral("Footbridge"));
  writer.setResolution(kDotsPerInch);
  writer.setPageSize(QPageSize(paper.size == PaperSize::Letter ? QPageSize::Letter : QPageSize::A4));
  writer.setPageMargins(QMarginsF(paper.margin, paper.margin, paper.margin, paper.margin), QPageLayout::Millimeter);
  QPainter painter(&writer);
  painter.setRenderHint(QPainter::Antialiasing);
  PagePrinter printer(writer, painter);
  for (const SheetRun& run : runs) printer.print(run);
  painter.end();
  return bytes.data();
}

QByteArray printedSheet(const QString& title, const Sheet::Fill& fill) {
  return printedPages(title, {usualPaper(), kLetterMargin}, {SheetRun{.foot = {}, .scale = 1.0, .blocks = {{fill}}}});
}

}  // namespace footbridge::gui
