using System.Text.Json.Nodes;

namespace ActorKube.Api.Patches;

/// <summary>The members of a strategic merge patch that steer it.</summary>
internal static class PatchDirectives
{
    public const string Patch = "$patch";
    public const string RetainKeys = "$retainKeys";
    public const string SetElementOrder = "$setElementOrder";
    public const string DeleteFromPrimitiveList = "$deleteFromPrimitiveList";

    /// <summary>The field of <c>$setElementOrder/field</c>; null where the name isn't that directive.</summary>
    /// <exception cref="PatchException">The directive names no field.</exception>
    public static string? Field(string name, string directive, string wrong)
    {
        if (!name.StartsWith(directive, StringComparison.Ordinal))
        {
            return null;
        }

        return name.Length > directive.Length + 1 && name[directive.Length] == '/' ? name[(directive.Length + 1)..]
            : throw new PatchException(PatchError.Malformed, wrong);
    }

    /// <summary>Takes directives out of a value that is new to the object.</summary>
    /// <returns>False if the value is a directive itself and must not be kept.</returns>
    public static bool Strip(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members when members.ContainsKey(Patch):
                return false;
            case JsonObject members:
                foreach (var name in members.Where(m => !Strip(m.Value)).Select(m => m.Key).ToArray())
                {
                    members.Remove(name);
                }

                return true;
            case JsonArray items:
                for (var i = items.Count - 1; i >= 0; i--)
                {
                    if (!Strip(items[i]))
                    {
                        items.RemoveAt(i);
                    }
                }

                return true;
            default:
                return true;
        }
    }
}
