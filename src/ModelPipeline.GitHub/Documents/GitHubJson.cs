using System.Text.Json.Serialization;

namespace ModelPipeline.GitHub.Documents;

/// <summary>What GitHub answers, read strictly: a member that is missing, null or of another type is an error unless a document says otherwise; unknown members are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(UserDocument))]
[JsonSerializable(typeof(RepositoryDocument))]
[JsonSerializable(typeof(PullRequestDocument))]
[JsonSerializable(typeof(ReviewDocument))]
[JsonSerializable(typeof(CommitDocument))]
[JsonSerializable(typeof(ChangedFileDocument))]
[JsonSerializable(typeof(CheckSuiteList))]
[JsonSerializable(typeof(CheckRunDocument))]
[JsonSerializable(typeof(CheckRunList))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(EventKind))]
[JsonSerializable(typeof(ActivityDocument))]
[JsonSerializable(typeof(PermissionDocument))]
[JsonSerializable(typeof(MergeDocument))]
[JsonSerializable(typeof(RefDocument))]
[JsonSerializable(typeof(GitCommitDocument))]
[JsonSerializable(typeof(TreeDocument))]
[JsonSerializable(typeof(BlobDocument))]
[JsonSerializable(typeof(TagDocument))]
[JsonSerializable(typeof(CommentDocument))]
[JsonSerializable(typeof(ViewerAnswer))]
[JsonSerializable(typeof(ReleaseDocument))]
[JsonSerializable(typeof(AssetDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(HashDocument))]
[JsonSerializable(typeof(IReadOnlyList<PullRequestNumber>), TypeInfoPropertyName = "PullRequestNumberList")]
[JsonSerializable(typeof(IReadOnlyList<ReviewDocument>), TypeInfoPropertyName = "ReviewList")]
[JsonSerializable(typeof(IReadOnlyList<CommitDocument>), TypeInfoPropertyName = "CommitList")]
[JsonSerializable(typeof(IReadOnlyList<ChangedFileDocument>), TypeInfoPropertyName = "ChangedFileList")]
[JsonSerializable(typeof(IReadOnlyList<StatusDocument>), TypeInfoPropertyName = "StatusList")]
[JsonSerializable(typeof(IReadOnlyList<EventKind>), TypeInfoPropertyName = "EventKindList")]
[JsonSerializable(typeof(IReadOnlyList<ActivityDocument>), TypeInfoPropertyName = "ActivityList")]
[JsonSerializable(typeof(IReadOnlyList<UserDocument>), TypeInfoPropertyName = "UserList")]
[JsonSerializable(typeof(IReadOnlyList<RefDocument>), TypeInfoPropertyName = "RefList")]
[JsonSerializable(typeof(IReadOnlyList<CommentDocument>), TypeInfoPropertyName = "CommentList")]
[JsonSerializable(typeof(IReadOnlyList<ReleaseDocument>), TypeInfoPropertyName = "ReleaseList")]
[JsonSerializable(typeof(IReadOnlyList<AssetDocument>), TypeInfoPropertyName = "AssetList")]
internal sealed partial class GitHubJson : JsonSerializerContext;
