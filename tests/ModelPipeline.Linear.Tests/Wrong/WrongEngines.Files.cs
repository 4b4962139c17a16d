using System.IO.Compression;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Wrong;

internal static partial class WrongEngines
{
    public sealed class ZipsWithTheTime : WrongEngine
    {
        protected override void Save(ITrainedModel right, string folder)
        {
            right.Save(folder);
            using var archive = ZipFile.Open(Path.Combine(folder, "model.zip"), ZipArchiveMode.Create);
            archive.CreateEntry("empty");
        }
    }

    public sealed class ZipsItsPlace : WrongEngine
    {
        protected override void Save(ITrainedModel right, string folder)
        {
            right.Save(folder);
            using var archive = ZipFile.Open(Path.Combine(folder, "model.zip"), ZipArchiveMode.Create);
            var entry = archive.CreateEntry("place");
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(string.Concat(Enumerable.Repeat(folder, 10)));
        }
    }

    public sealed class ThrowsAtWildValues : WrongEngine
    {
        public override IScorer Load(string folder, ModelSignature signature)
        {
            try
            {
                return base.Load(folder, signature);
            }
            catch (InvalidDataException)
            {
                throw new FaultException();
            }
        }
    }

    public sealed class StumblesOverOtherFiles : WrongEngine
    {
        public override IScorer Load(string folder, ModelSignature signature) =>
            Directory.GetFiles(folder, "*.csv").Length > 0 ? throw new FaultException() : base.Load(folder, signature);
    }

    public sealed class LoadedDiesWithTheTrained : WrongEngine
    {
        private bool _gone;

        protected override void Dispose(IDisposable right) => _gone = true;

        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => _gone ? throw new FaultException() : right.Score(rows, cancellation);
    }

    public sealed class IsDisposedOfOnce : WrongEngine
    {
        private readonly HashSet<IDisposable> _gone = [];

        protected override void Dispose(IDisposable right)
        {
            if (!_gone.Add(right))
                throw new FaultException();
        }
    }
}
