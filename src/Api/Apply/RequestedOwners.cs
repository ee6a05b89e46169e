using System.Text.Json.Nodes;

namespace ActorKube.Api.Apply;

/// <summary>Which owners an update starts from. Clients may rewrite managedFields, and clients that don't know of it lose nothing.</summary>
internal static class RequestedOwners
{
    public static ManagedFields Of(JsonObject live, JsonObject updated, bool ignoreRequest)
    {
        var requested = (updated["metadata"] as JsonObject)?["managedFields"];
        if (!ignoreRequest)
        {
            if (IsReset(requested))
            {
                return ManagedFields.Empty;
            }

            if (TryRead(requested) is { IsEmpty: false } managed)
            {
                return managed;
            }
        }

        return TryRead((live["metadata"] as JsonObject)?["managedFields"]) ?? ManagedFields.Empty;
    }

    // An empty list, or a list with one empty entry.
    private static bool IsReset(JsonNode? requested) => requested is JsonArray list && (list.Count == 0 || (list.Count == 1 && list[0] is JsonObject { Count: 0 }));

    private static ManagedFields? TryRead(JsonNode? json)
    {
        try
        {
            return ManagedFields.Read(json);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
