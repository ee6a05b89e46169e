using ActorKube.Api.Errors;

namespace ActorKube.Server.Requests;

/// <summary>Which combinations of a list's parameters make sense.</summary>
internal static class ListQueryValidation
{
    public static void Validate(ListQuery query, FieldErrors errors)
    {
        if (query.Watch)
        {
            ValidateWatch(query, errors);
            return;
        }

        var match = FieldPath.Of("resourceVersionMatch");
        if (query.SendInitialEvents is not null)
        {
            errors.Forbidden(FieldPath.Of("sendInitialEvents"), "sendInitialEvents is forbidden for list");
        }

        if (query.ResourceVersionMatch.Length == 0)
        {
            return;
        }

        if (query.ResourceVersion.Length == 0)
        {
            errors.Forbidden(match, "resourceVersionMatch is forbidden unless resourceVersion is provided");
        }

        if (query.Continue.Length > 0)
        {
            errors.Forbidden(match, "resourceVersionMatch is forbidden when continue is provided");
        }

        if (query.ResourceVersionMatch is not ("Exact" or "NotOlderThan"))
        {
            errors.NotSupported(match, query.ResourceVersionMatch, ["Exact", "NotOlderThan", ""]);
        }

        if (query is { ResourceVersionMatch: "Exact", ResourceVersion: "0" })
        {
            errors.Forbidden(match, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
    }

    private static void ValidateWatch(ListQuery query, FieldErrors errors)
    {
        var match = FieldPath.Of("resourceVersionMatch");
        if (query.SendInitialEvents is not null)
        {
            if (query.ResourceVersionMatch.Length == 0)
            {
                errors.Forbidden(match, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
            }
            else if (query.ResourceVersionMatch != "NotOlderThan")
            {
                errors.NotSupported(match, query.ResourceVersionMatch, ["NotOlderThan"]);
            }
        }
        else if (query.ResourceVersionMatch.Length > 0)
        {
            errors.Forbidden(match, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }

        if (query.Continue.Length > 0)
        {
            errors.Forbidden(match, "resourceVersionMatch is forbidden when continue is provided");
        }
    }
}
