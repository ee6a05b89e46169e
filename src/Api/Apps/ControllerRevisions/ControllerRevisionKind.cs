using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Apps;

internal static class ControllerRevisionKind
{
    public static readonly Kind<ControllerRevision> Kind = new()
    {
        Group = "apps",
        Version = "v1",
        Name = "ControllerRevision",
        Plural = "controllerrevisions",
        OnValidate = ControllerRevisionValidation.Validate,
        OnValidateUpdate = ControllerRevisionValidation.ValidateUpdate,
        TableColumns =
        [
            Column<ControllerRevision>.NameColumn,
            new("Controller", "What the revision belongs to.", static r => Controller(r.Metadata)),
            new("Revision", "Number of the revision; the newest has the highest.", static r => r.Revision),
            Column<ControllerRevision>.AgeColumn,
        ],
    };

    /// <summary><c>statefulset.apps/web</c>.</summary>
    private static string Controller(ObjectMeta metadata)
    {
        if (metadata.OwnerReferences?.FirstOrDefault(static o => o.Controller == true) is not { } owner)
        {
            return "<none>";
        }

        var slash = owner.ApiVersion.IndexOf('/', StringComparison.Ordinal);
        return $"{ApiErrors.Qualified(owner.Kind, slash < 0 ? "" : owner.ApiVersion[..slash]).ToLowerInvariant()}/{owner.Name}";
    }
}
