namespace BillingHeadless.Templating.Runtime;

/// <summary>Whether the next statement runs.</summary>
internal enum Flow : byte
{
    Next,
    Break,
    Continue,
    Return,
}
