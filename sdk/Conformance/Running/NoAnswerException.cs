namespace BillingHeadless.Conformance.Running;

/// <summary>The plugin threw, or was not heard of in time: what it would have said nobody knows.</summary>
internal sealed class NoAnswerException(string message) : Exception(message);
