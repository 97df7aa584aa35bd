namespace BillingHeadless.Conformance.Running;

/// <summary>An assertion finds that it says nothing about this plugin.</summary>
internal sealed class NotApplicableException(string reason) : Exception(reason);
