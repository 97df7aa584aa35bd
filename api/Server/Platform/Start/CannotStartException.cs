namespace BillingHeadless.Server.Platform.Start;

/// <summary>The server cannot start. The message is one sentence that says what to do; the process ends with exit code 1.</summary>
public sealed class CannotStartException(string whatToDo, Exception? inner = null) : Exception(whatToDo, inner);
