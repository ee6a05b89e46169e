namespace ActorKube.Api.Errors;

/// <summary>One thing wrong with one field. <see cref="Reason"/> is one of <see cref="CauseReason"/>.</summary>
public sealed record FieldError(string Reason, string Field, string Message);
