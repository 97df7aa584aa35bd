namespace BillingHeadless.Plugins.Documents.Pdf;

/// <summary>The document passes a bound that shows only while it is laid out. The message is for its author.</summary>
internal sealed class DocumentOutOfBoundsException(string message) : Exception(message);
