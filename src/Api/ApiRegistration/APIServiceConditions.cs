namespace ActorKube.Api.ApiRegistration;

/// <summary>Whether a group and version is served.</summary>
public static class APIServiceConditions
{
    public const string Available = "Available";

    /// <summary>Status of what the server serves itself. The time of the condition is the server's to set.</summary>
    public static APIServiceStatus Local { get; } = new()
    {
        Conditions = [new() { Type = Available, Status = "True", Reason = "Local", Message = "Local APIServices are always available" }],
    };

    /// <summary>Whether requests for it can be answered, as far as is known.</summary>
    public static bool IsAvailable(APIService api) => api.Status.Conditions?.FirstOrDefault(static c => c.Type == Available) is { Status: "True" };

    internal static string Text(APIServiceStatus status) => status.Conditions?.FirstOrDefault(c => c.Type == Available) switch
    {
        null => "Unknown",
        { Status: not "True", Reason: { } reason } condition => $"{condition.Status} ({reason})",
        var condition => condition.Status,
    };
}
