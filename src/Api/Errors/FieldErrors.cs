using System.Globalization;

namespace ActorKube.Api.Errors;

/// <summary>Collects everything that is wrong with an object, worded as Kubernetes words it. Not thread-safe.</summary>
public sealed class FieldErrors
{
    private List<FieldError>? _errors;

    public IReadOnlyList<FieldError> All => _errors ?? (IReadOnlyList<FieldError>)[];

    public bool Any => _errors is { Count: > 0 };

    public int Count => _errors?.Count ?? 0;

    public void Add(FieldError error) => (_errors ??= []).Add(error);

    public void Required(FieldPath field, string detail = "") =>
        Add(CauseReason.Required, field, detail.Length == 0 ? "Required value" : $"Required value: {detail}");

    public void Invalid(FieldPath field, object? value, string detail) =>
        Add(CauseReason.Invalid, field, $"Invalid value: {GoValue.Format(value)}: {detail}");

    /// <param name="supported">The values that would do, in the order to show them.</param>
    public void NotSupported(FieldPath field, object? value, IEnumerable<string> supported) =>
        Add(CauseReason.NotSupported, field, $"Unsupported value: {GoValue.Format(value)}: supported values: {string.Join(", ", supported.Select(v => GoValue.Format(v)))}");

    public void NotSupported(FieldPath field, object? value) => Add(CauseReason.NotSupported, field, $"Unsupported value: {GoValue.Format(value)}");

    public void Forbidden(FieldPath field, string detail) => Add(CauseReason.Forbidden, field, $"Forbidden: {detail}");

    public void Duplicate(FieldPath field, object? value) => Add(CauseReason.Duplicate, field, $"Duplicate value: {GoValue.Format(value)}");

    public void NotFound(FieldPath field, object? value) => Add(CauseReason.NotFound, field, $"Not found: {GoValue.Format(value)}");

    /// <param name="maximum">Most bytes allowed; below zero when it isn't said.</param>
    public void TooLong(FieldPath field, int maximum) =>
        Add(CauseReason.TooLong, field, maximum < 0 ? "Too long: value is too long" : string.Create(CultureInfo.InvariantCulture, $"Too long: may not be more than {maximum} bytes"));

    /// <param name="maximum">Most items allowed.</param>
    public void TooMany(FieldPath field, int actual, int maximum) =>
        Add(CauseReason.TooMany, field, string.Create(CultureInfo.InvariantCulture, $"Too many: {actual}: must have at most {maximum} items"));

    public void TypeInvalid(FieldPath field, object? value, string detail) =>
        Add(CauseReason.TypeInvalid, field, $"Invalid value: {GoValue.Format(value)}: {detail}");

    public void Internal(FieldPath field, string detail) => Add(CauseReason.Internal, field, $"Internal error: {detail}");

    private void Add(string reason, FieldPath field, string message) => Add(new FieldError(reason, field.ToString(), message));
}
