namespace BillingHeadless.Templating.Runtime;

/// <summary>Text that is HTML already. It is written as it stands where other values are escaped.</summary>
internal sealed record SafeText(string Text)
{
    public override string ToString() => Text;
}
