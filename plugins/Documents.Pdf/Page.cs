namespace BillingHeadless.Plugins.Documents.Pdf;

/// <summary>A4 portrait. The left margin is wider: documents are filed.</summary>
internal static class Page
{
    public static readonly int Width = Units.Millimetres(210);
    public static readonly int Height = Units.Millimetres(297);
    public static readonly int Left = Units.Millimetres(20);
    public static readonly int Right = Units.Millimetres(12);
    public static readonly int Top = Units.Millimetres(14);
    public static readonly int Bottom = Units.Millimetres(18);

    /// <summary>The footer's baseline, measured from the top.</summary>
    public static readonly int FooterBaseline = Height - Units.Millimetres(10);

    public static int ContentWidth => Width - Left - Right;

    public static int ContentHeight => Height - Top - Bottom;
}
