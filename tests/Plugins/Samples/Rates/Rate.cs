namespace Samples.Rates;

/// <summary>Something that a plugin brings with it in an assembly of its own, and loads at its first use.</summary>
public static class Rate
{
    public static string Name => "rate-1";
}
